/// A small scenario, twice: once as people write it, once with each object's keys in the reverse
/// order and each time in another unit.
enum ExampleScenario {
  static let text = """
    {
      "format": "clustersim/1",
      "name": "example",
      "horizon": "14d",
      "cluster": { "nodes": 64, "gpus_per_node": 8, "nodes_per_rack": 4, "spare_nodes": 2 },
      "faults": [
        { "name": "gpu", "per": "gpu", "lifetime": { "distribution": "exponential", "mean": "500d" },
          "repair": "workshop" },
        { "name": "switch", "per": "rack",
          "lifetime": { "distribution": "weibull", "shape": 0.8, "mean": "100d" },
          "symptom": "hang" }
      ],
      "repair": { "routes": { "workshop": [
        { "stage": "reboot", "time": { "distribution": "uniform", "low": "20min", "high": "1h" },
          "fixes": 0.5 },
        { "stage": "replace", "time": "2d", "fixes": 1 } ] } },
      "checkpoint": { "interval": "30min", "save": "15s", "load": "1min" },
      "recovery": { "detect": { "crash": "30s", "hang": "12min" }, "swap": "2min" },
      "maintenance": { "every": "5d", "downtime": "45min" }
    }
    """

  static let rewritten = """
    {
      "maintenance": { "downtime": "0.75h", "every": "120h" },
      "recovery": { "swap": "120s", "detect": { "hang": "0.2h", "crash": "0.5min" } },
      "checkpoint": { "load": "60s", "save": "0.25min", "interval": "0.5h" },
      "repair": { "routes": { "workshop": [
        { "fixes": 0.5, "time": { "high": "3600s", "low": "1200s", "distribution": "uniform" },
          "stage": "reboot" },
        { "fixes": 1, "time": "48h", "stage": "replace" } ] } },
      "faults": [
        { "repair": "workshop", "lifetime": { "mean": "12000h", "distribution": "exponential" },
          "per": "gpu", "name": "gpu" },
        { "symptom": "hang",
          "lifetime": { "mean": "2400h", "shape": 0.8, "distribution": "weibull" },
          "per": "rack", "name": "switch" }
      ],
      "cluster": { "spare_nodes": 2, "nodes_per_rack": 4, "gpus_per_node": 8, "nodes": 64 },
      "horizon": "2w",
      "name": "example",
      "format": "clustersim/1"
    }
    """
}
