@testable import ScenarioFormat

/// Reads a text as the file `x.json`.
func read(_ text: String, set settings: [String] = []) throws -> ScenarioDocument {
  let source = ScenarioSource(name: "x.json", bytes: Array(text.utf8))
  return try ScenarioReader.read(source, settings: settings.map { try Setting($0) })
}

/// A small good scenario with more members on its second line.
func scenario(_ members: String) -> String {
  #"{"name": "a", "horizon": "5d", "cluster": {"nodes": 4},"#
    + "\n" + (members.isEmpty ? #""notes": """# : members) + "}"
}

/// A small good scenario with one fault class, `"lifetime"` and more on its second line.
func fault(_ members: String, per: String = "node") -> String {
  scenario(#""faults": [{"name": "f", "per": "\#(per)", \#(members)}]"#)
}

/// The lines that tell what is wrong with the text; empty if nothing is.
func problems(_ text: String, set settings: [String] = []) throws -> [String] {
  do {
    _ = try read(text, set: settings)
    return []
  } catch let problems as ScenarioProblems {
    return problems.description.split(separator: "\n").map(String.init)
  }
}

/// The scenario that the format's documentation shows, without what is not simulated yet.
let llama3 = #"""
  {
    "format": "clustersim/1",
    "name": "llama3",
    "title": "Llama 3 405B pre-training: 54 days on 16,384 H100 GPUs",
    "sources": ["Grattafiori et al. 2024, The Llama 3 Herd of Models, section 3.3 and Table 5"],
    "horizon": "54d",
    "cluster": { "accelerator": "H100", "nodes": 2048, "gpus_per_node": 8, "nodes_per_rack": 2,
                 "racks_per_pod": 192, "spare_nodes": 64, "spares_powered": true },
    "faults": [
      { "name": "gpu", "title": "Faulty GPU", "category": "gpu", "per": "gpu", "count": 1,
        "lifetime": { "distribution": "exponential", "observed": 148, "units": 16384,
                      "over": "54d" },
        "symptom": "crash", "takes_down": "node", "repair": "hardware" },
      { "name": "software_bug", "title": "Software bug", "category": "software", "per": "job",
        "lifetime": { "distribution": "exponential", "observed": 54, "units": 1, "over": "54d" },
        "takes_down": "job" }
    ],
    "repair": {
      "routes": { "hardware": [
        { "stage": "reboot",  "time": "20min", "fixes": 0.6 },
        { "stage": "replace", "fixes": 1,
          "time": { "distribution": "lognormal", "median": "24h", "sigma": 1.4 } } ] }
    },
    "job": { "nodes": 2048 },
    "checkpoint": { "interval": "30min", "save": "10s", "write": "60s", "load": "30s",
                    "at_end": true },
    "recovery": { "policy": "restart", "detect": { "crash": "30s", "hang": "10min" },
                  "swap": "1min", "restart": { "base": "50s", "per_gpu": "9ms" },
                  "exposed": true },
    "maintenance": { "count": 47, "over": "54d", "downtime": "10min" },
    "cost": { "gpu_hour": 2.5, "currency": "USD" },
    "references": ["llama3-2024", "imbue-2024"],
    "calibrated_on": ["llama3-2024:unexpected_interruptions"]
  }
  """#
