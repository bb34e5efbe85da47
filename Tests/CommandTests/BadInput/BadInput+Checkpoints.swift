extension BadInput {
  /// Intervals, levels and copies: of another type, out of range, or in contradiction.
  static let checkpoints: [BadInput] = [
    BadInput(
      "a misspelt formula of the interval", #""interval": "30min", "save": "10s""#,
      is: #""interval": "yuong""#, .refuses,
      tells: #"11:31: /checkpoint/interval: "yuong" is unknown; did you mean "young"?"#),
    BadInput(
      "a formula in capitals", #""interval": "30min", "save": "10s""#,
      is: #""interval": "Young""#, .refuses,
      tells: #"11:31: /checkpoint/interval: "Young" is unknown; did you mean "young"?"#),
    BadInput(
      "a sentence as interval", #""interval": "30min", "save": "10s""#,
      is: #""interval": "as needed""#, .refuses,
      tells:
        #"11:31: /checkpoint/interval: "as needed" is no duration; write it like "90s" or "1.5h","#),
    BadInput(
      "a true interval", #""interval": "30min", "save": "10s""#,
      is: #""interval": true"#, .refuses,
      tells:
        #"11:31: /checkpoint/interval: must be a duration such as "10min", a formula such as "you"#),
    BadInput(
      "an adaptive interval without a formula", #""interval": "30min", "save": "10s""#,
      is: #""interval": { "initial": "10min" }"#, .refuses,
      tells: #"11:31: /checkpoint/interval/adaptive: is missing, and has no default"#),
    BadInput(
      "an adaptive interval of an unknown formula", #""interval": "30min", "save": "10s""#,
      is: #""interval": { "adaptive": true }"#, .refuses,
      tells:
        #"11:45: /checkpoint/interval/adaptive: must be "young", "daly" or "optimal", not true"#),
    BadInput(
      "an adaptive interval that begins with nothing", #""interval": "30min", "save": "10s""#,
      is: #""interval": { "adaptive": "daly", "initial": "0s" }"#, .accepts,
      tells:
        #"11:64: /checkpoint/interval/initial: "0s" is out of range; it must be between 1ms and 1"#),
    BadInput(
      "a law as interval", #""interval": "30min", "save": "10s""#,
      is: #""interval": { "distribution": "exponential", "mean": "1h" }"#, .refuses,
      tells: #"11:31: /checkpoint/interval/adaptive: is missing, and has no default"#,
      #"11:33: /checkpoint/interval/distribution: unknown key; an adaptive interval has "adapti"#,
      #"11:64: /checkpoint/interval/mean: unknown key here; "mean" belongs in /faults/…/lifetim"#),
    BadInput(
      "a verification without a time", #""interval": "30min", "save": "10s""#,
      is: #""verify": { "finds": 0.9 }"#, .refuses,
      tells: #"11:29: /checkpoint/verify/time: is missing, and has no default"#),
    BadInput(
      "a verification that finds more than all", #""interval": "30min", "save": "10s""#,
      is: #""verify": { "time": "1s", "finds": 90 }"#, .refuses,
      tells: #"11:54: /checkpoint/verify/finds: must be a number between 0 and 1, not 90"#),
    BadInput(
      "a share of corrupt copies in percent", #""interval": "30min", "save": "10s""#,
      is: #""corrupt_probability": 5"#, .refuses,
      tells: #"11:42: /checkpoint/corrupt_probability: must be a number between 0 and 1, not 5"#),
    BadInput(
      "a negative share of corrupt copies", #""interval": "30min", "save": "10s""#,
      is: #""corrupt_probability": -0.1"#, .refuses,
      tells: #"11:42: /checkpoint/corrupt_probability: must be a number between 0 and 1, not -0.1"#),
    BadInput(
      "no copy kept", #""interval": "30min", "save": "10s""#,
      is: #""keep": 0"#, .refuses,
      tells: #"11:27: /checkpoint/keep: must be a whole number between 1 and 1000000, not 0"#),
    BadInput(
      "half a copy kept", #""interval": "30min", "save": "10s""#,
      is: #""keep": 2.5"#, .refuses,
      tells: #"11:27: /checkpoint/keep: must be a whole number between 1 and 1000000, not 2.5"#),
    BadInput(
      "a text as number of copies", #""save": "10s""#,
      is: #""keep": "3""#, .refuses,
      tells: #"11:48: /checkpoint/keep: must be a whole number between 1 and 1000000, not "3""#),
    BadInput(
      "no level", #""interval": "30min", "save": "10s""#,
      is: #""levels": []"#, .refuses,
      tells: #"11:29: /checkpoint/levels: has 0 elements; it can have 1 to 4"#),
    BadInput(
      "a level that is no object", #""interval": "30min", "save": "10s""#,
      is: #""levels": ["host"]"#, .refuses,
      tells: #"11:30: /checkpoint/levels/0: must be an object, not "host""#),
    BadInput(
      "five levels", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a" }, { "name": "b" }, { "name": "c" }, { "name": "d" }, { "#
        + #""name": "e" }]"#, .refuses,
      tells: #"11:29: /checkpoint/levels: has 5 elements; it can have 1 to 4"#),
    BadInput(
      "a level without a name", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "save": "1s" }]"#, .refuses,
      tells: #"11:30: /checkpoint/levels/0/name: is missing, and has no default"#),
    BadInput(
      "a level whose name is a path", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "../x" }]"#, .refuses,
      tells:
        #"11:40: /checkpoint/levels/0/name: must be a name of 1 to 64 letters, digits, "_" and "-"#),
    BadInput(
      "two levels of one name", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a" }, { "name": "a" }]"#, .accepts,
      tells: #"11:57: /checkpoint/levels/1/name: another level is called "a""#),
    BadInput(
      "a misspelt key of a level", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a", "evry": 1 }]"#, .refuses,
      tells: #"11:45: /checkpoint/levels/0/evry: unknown key; did you mean "every"?"#),
    BadInput(
      "a level that is never saved", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a" }, { "name": "b", "every": 0 }]"#, .refuses,
      tells:
        #"11:71: /checkpoint/levels/1/every: must be a whole number between 1 and 1000000, not 0"#),
    BadInput(
      "a first level that is left out at times", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a", "every": 2 }]"#, .accepts,
      tells:
        #"11:54: /checkpoint/levels/0/every: the first level is saved at each checkpoint, so that"#),
    BadInput(
      "a level out of step", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a" }, { "name": "b", "every": 4 }, { "name": "c", "#
        + #""every": 6 }]"#, .accepts,
      tells:
        #"11:100: /checkpoint/levels/2/every: 6 is not a multiple of 4, the every of the level be"#),
    BadInput(
      "a level that survives a GPU", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a", "survives": "gpu" }]"#, .refuses,
      tells:
        #"11:57: /checkpoint/levels/0/survives: must be "job", "node", "rack", "power_domain", "c"#),
    BadInput(
      "a level that survives everything", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a", "survives": true }]"#, .refuses,
      tells:
        #"11:57: /checkpoint/levels/0/survives: must be "job", "node", "rack", "power_domain", "c"#),
    BadInput(
      "what survives, outside of levels", #""interval": "30min", "save": "10s""#,
      is: #""survives": "rack""#, .refuses,
      tells:
        #"11:19: /checkpoint/survives: unknown key here; "survives" belongs in /checkpoint/levels"#),
    BadInput(
      "levels and a save beside them", #""save": "10s""#,
      is: #""save": "10s", "levels": [{ "name": "a" }]"#, .refuses,
      tells: #"11:48: /checkpoint/save: give either "levels" or "save", not both"#),
    BadInput(
      "levels and a number of copies beside them", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a" }], "keep": 2"#, .refuses,
      tells: #"11:56: /checkpoint/keep: give either "levels" or "keep", not both"#),
    BadInput(
      "a copy that is not written in time", #""interval": "30min", "save": "10s""#,
      is: #""levels": [{ "name": "a" }, { "name": "b", "write": "31min" }]"#, .accepts,
      tells:
        #"11:71: /checkpoint/levels/1/write: a copy takes longer to write than the time until the"#),
    BadInput(
      "levels to be written at a computed interval", #""interval": "30min", "save": "10s""#,
      is: #""interval": "daly", "levels": [{ "name": "a" }, { "name": "b", "#
        + #""write": "1s" }]"#, .accepts,
      tells:
        #"11:31: /checkpoint/interval: must be a duration: with several levels and a write time, "#),
    BadInput(
      "levels outside of the checkpoint", #""horizon": "30d""#,
      is: #""horizon": "30d", "levels": [{ "name": "a" }]"#, .refuses,
      tells: #"3:21: /levels: unknown key here; "levels" belongs in "checkpoint""#),
  ]
}
