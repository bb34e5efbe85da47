/// A valid scenario that has every key and every word of the format, to start mutations from.
let wholeFormat = #"""
  {
    "$schema": "../Schemas/scenario.schema.json",
    "format": "clustersim/1", "name": "whole-format.1", "title": "Tout le format: é 漢 👩‍💻 \u00e9",
    "sources": ["One, 2024", "Two \"quoted\""], "source": "a", "notes": "b\n\t\u202e",
    "references": ["llama3-2024"], "calibrated_on": ["llama3-2024:unexpected_interruptions"],
    "known_disagreements": [{ "figure": "llama3-2024:root_causes", "why": "Fewer classes." }],
    "horizon": "54 d",
    "cluster": { "accelerator": "H100", "nodes": 64, "gpus_per_node": 8, "nodes_per_rack": 4,
                 "racks_per_pod": 8, "racks_per_power_domain": 2, "racks_per_cooling_domain": 3,
                 "spare_nodes": 4, "spares_powered": false,
                 "spare_activation": "5min", "warm_spares": 1, "burn_in": "2d",
                 "installed": [{ "nodes": 32, "age": "1y" }, { "nodes": 8, "age": "180d" }],
                 "scale": { "rate_exponent": 0.5, "over_gpus": 256 } },
    "lemons": { "fraction": 0.012, "multiplier": 20, "faults": ["gpu", "host", "fan"] },
    "faults": [
      { "name": "gpu", "title": "GPU", "category": "gpu", "per": "gpu", "count": 2,
        "lifetime": { "distribution": "exponential", "observed": 148, "units": 16384,
                      "over": "54d", "at_risk_share": 0.96 },
        "symptom": "crash", "takes_down": "gpu", "repair": "hardware", "renews": true,
        "at_risk": "training", "notes": "",
        "bursts": { "mean_size": 1.5, "delay": { "distribution": "exponential", "mean": "5min" } } },
      { "name": "host", "per": "node", "takes_down": "node", "symptom": "hang", "repair": "vendor",
        "at_risk": "powered",
        "lifetime": { "distribution": "exponential", "per_1000_node_days": 6.5 } },
      { "name": "switch", "per": "rack", "takes_down": "rack", "renews": false,
        "repair": "vendor", "repaired": "together", "bursts": { "mean_size": 2 },
        "schedule": [{ "from": "0s", "factor": 0.5 }, { "from": "9d", "factor": 3 }],
        "lifetime": { "distribution": "weibull", "shape": 0.75, "afr": 6.1e-2 } },
      { "name": "power", "per": "pod", "takes_down": "pod", "repaired": "each",
        "lifetime": { "distribution": "weibull", "shape": 3, "scale": "2y" } },
      { "name": "feed", "per": "power_domain", "takes_down": "cooling_domain",
        "lifetime": { "distribution": "exponential", "mean": "9y" } },
      { "name": "storage", "per": "cluster", "takes_down": "cluster",
        "lifetime": { "distribution": "at", "times": ["0s", "1.5d", "1.5d", "7w"] } },
      { "name": "bug", "per": "job", "takes_down": "job",
        "lifetime": { "distribution": "mixture", "parts": [
          { "weight": 1, "law": { "distribution": "gamma", "shape": 0.5, "mean": "9d" } },
          { "weight": 2.5e0, "law": { "distribution": "competing", "of": [
            { "distribution": "lognormal", "median": "30d", "sigma": 1.5 },
            { "distribution": "pareto", "shape": 1.5, "mean": "40d" },
            { "distribution": "erlang", "stages": 3, "mean": "50d" } ] } } ] } },
      { "name": "fan", "per": "node", "symptom": "slow", "speed": 0.5,
        "lifetime": { "distribution": "empirical", "values": ["100d", "2y", "3y"] } },
      { "name": "cable", "per": "node", "symptom": "corrupt",
        "lifetime": { "distribution": "uniform", "low": "0s", "high": "9y" } },
      { "name": "battery", "per": "node",
        "lifetime": { "distribution": "deterministic", "value": "5y" } }
    ],
    "repair": { "crews": {
        "remote": 4,
        "hands": { "size": 2, "hours": {
          "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "8h", "to": "18h" } } },
      "returns_multiplier": 50, "retire": { "failures": 3, "within": "7d" }, "restock": { "lead_time": "4w" },
      "routes": {
      "hardware": [
        { "stage": "reboot", "time": "20min", "fixes": 0.6, "crew": "hands",
          "false_fix": 0.1 },
        { "stage": "replace", "fixes": 1,
          "time": { "distribution": "lognormal", "mean": "24h", "sigma": 1.4 } } ],
      "vendor": [
        { "stage": "return", "time": { "distribution": "mixture", "parts": [
          { "weight": 1, "law": "2w" },
          { "weight": 3, "law": { "distribution": "competing", "of": ["3d", {
            "distribution": "gamma", "shape": 2, "scale": "1d" }] } } ] } } ] } },
    "job": { "nodes": 60, "work": "40d", "spare_choice": "fewest_failures" },
    "checkpoint": { "interval": "30min", "at_end": false,
                    "verify": { "time": "2s", "finds": 0.9 },
                    "levels": [
      { "name": "host", "save": { "bytes": "5 TB", "bandwidth_per_gpu": "50GB/s" },
        "load": { "bytes": "5TiB", "bandwidth_per_node": "400Gb/s" }, "survives": "node" },
      { "name": "peer", "every": 2, "save": "10s", "write": "60000ms", "survives": "rack",
        "load": { "distribution": "uniform", "low": "20s", "high": "40s" } },
      { "name": "remote", "every": 6, "survives": "cluster", "corrupt_probability": 1e-3, "keep": 3,
        "write": { "parameters": 405e9, "bytes_per_parameter": 12, "bandwidth": "2TB/s" } } ] },
    "recovery": { "policy": "restart",
                  "detect": { "crash": "30s",
                              "hang": { "distribution": "pareto", "shape": 2.5, "scale": "5min" },
                              "slow": "30min", "corrupt": "6h" },
                  "diagnose": { "time": { "distribution": "weibull", "shape": 2, "mean": "1min" },
                                "missed": 0.1, "wrong": 0.05, "recurs": "1h" },
                  "health_checks": { "time": "5min", "finds": 0.9 },
                  "swap": { "distribution": "erlang", "stages": 2, "mean": "1min" },
                  "image": { "bytes": "20GB", "bandwidth": "1GiB/s" }, "restart_fails": 0.05,
                  "restart": { "base": "50s", "per_gpu": "9ms" }, "exposed": true },
    "throughput": { "diurnal": 0.01, "drift_per_day": 0.002, "refresh": "3d",
                    "refresh_time": "5min", "ramp": { "speed": 0.5, "time": "10min" } },
    "maintenance": { "count": 47, "over": "54d", "downtime": "10min" },
    "cost": { "gpu_hour": 2.5, "currency": "USD" }
  }
  """#

/// A valid scenario with the keys that exclude others of `wholeFormat`.
let otherWays = #"""
  {
    "name": "other_ways", "cluster": { "nodes": 20, "nodes_per_rack": 5, "spare_nodes": 5 },
    "job": { "work": "9d", "spare_choice": "longest_waiting", "placement": { "nodes_of_rack": 4 } },
    "frailty": { "variance": 2, "faults": ["f"] },
    "faults": [ { "name": "f", "per": "node",
      "lifetime": { "distribution": "exponential", "afr": 0.3 } } ],
    "checkpoint": { "interval": { "adaptive": "daly", "initial": "20min" }, "save": "5s",
                    "write": "60s", "load": "30s", "corrupt_probability": 0.01, "keep": 2 },
    "recovery": { "policy": "hot_spare", "hot_restart": { "per_gpu": "1ms" },
                  "restart": { "distribution": "empirical", "values": ["0s", "1min"] } },
    "maintenance": { "every": "1w", "downtime": "0s" }
  }
  """#

/// Valid scenarios of jobs that go on without some of their replicas.
let elastic = ["young", "optimal"].map { formula in
  #"""
  {
    "name": "elastic", "cluster": { "nodes": 12, "spare_nodes": 1 }, "horizon": "9d",
    "faults": [ { "name": "f", "per": "gpu", "takes_down": "node",
      "lifetime": { "distribution": "exponential", "afr": 2 } } ],
    "checkpoint": { "interval": "\#(formula)",
                    "save": { "parameters": 7e10, "bytes_per_parameter": 2.5,
                              "bandwidth_per_gpu": "10GB/s" } },
    "recovery": { "policy": "elastic", "replicas": 4, "minimum_replicas": 2, "stall": "3min",
                  "rejoin": { "distribution": "exponential", "mean": "7min" },
                  "rejoin_stall": "10s" }
  }
  """#
}

/// A valid scenario that builds on `wholeFormat`, which it calls `whole.json`.
let extending = #"""
  {
    "extends": "whole.json", "name": "extending", "horizon": "9d",
    "faults": [ { "name": "gpu", "count": 3 } ], "recovery": { "swap": null }
  }
  """#
