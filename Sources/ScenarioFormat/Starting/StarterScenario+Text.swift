extension StarterScenario {
  /// The scenario before anything is chosen.
  ///
  /// The fault classes are the 419 unexpected interruptions of Llama 3's Table 5: 148, 72, 48 (19 +
  /// 17 + 6 + 6), 21 (7 + 3 + 3 + 2 + 2 + 2 + 2), 32, 35, 56 (54 + 2) and 7 in 54 days on 16,384
  /// GPUs in 2,048 nodes and 1,024 racks.
  static let text = """
    {
      "format": "clustersim/1",
      "name": "my-cluster",
      "title": "A first scenario, with borrowed failure rates",
      "sources": [
        "Grattafiori et al. 2024, The Llama 3 Herd of Models, arXiv 2407.21783, Table 5"
      ],
      "references": [],
      "notes": "Change cluster, horizon and checkpoint first, then the rates of the faults to \
    those of your own logs. What is borrowed or a guess says so: the rates are Meta's, of H100s in \
    2024. With rates of your own, name under references the published figures to compare with \
    (clustersim list). Texts under notes and source are for people and can go. All keys: \
    Documentation/Scenario.md.",
      "horizon": "30d",
      "cluster": {
        "accelerator": "H100",
        "nodes": 128,
        "gpus_per_node": 8,
        "nodes_per_rack": 2,
        "spare_nodes": 4,
        "notes": "nodes are those of the job; spare_nodes come beside them. Spares: a guess, 3 %; \
    Imbue advises 10 to 20 %. Two nodes under a switch: borrowed from Llama 3."
      },
      "faults": [
        {
          "name": "gpu",
          "title": "Faulty GPU",
          "category": "gpu",
          "per": "gpu",
          "lifetime": { "distribution": "exponential", "afr": 0.061 },
          "repair": "hardware",
          "source": "Borrowed: Llama 3, 148 in 54 days on 16,384 GPUs.",
          "notes": "afr: failures of one unit in a year, here of 6.1 in 100 GPUs."
        },
        {
          "name": "hbm",
          "title": "GPU memory",
          "category": "gpu",
          "per": "gpu",
          "lifetime": { "distribution": "exponential", "afr": 0.03 },
          "repair": "hardware",
          "source": "Borrowed: Llama 3, 72 in 54 days on 16,384 GPUs."
        },
        {
          "name": "gpu_other",
          "title": "Rest of the GPU",
          "category": "gpu",
          "per": "gpu",
          "lifetime": { "distribution": "exponential", "afr": 0.02 },
          "repair": "hardware",
          "source": "Borrowed: Llama 3, 48 in 54 days on 16,384 GPUs: SRAM, system processor, \
    thermal interface and sensor, silent data corruption (taken as a crash)."
        },
        {
          "name": "host",
          "title": "Host hardware",
          "category": "host",
          "per": "node",
          "lifetime": { "distribution": "exponential", "per_1000_node_days": 0.19 },
          "repair": "hardware",
          "source": "Borrowed: Llama 3, 21 in 54 days on 2,048 nodes: NICs, SSD, power supply, \
    chassis, boards, CPUs, memory."
        },
        {
          "name": "host_maintenance",
          "title": "Host maintenance",
          "category": "host",
          "per": "node",
          "lifetime": {
            "distribution": "exponential",
            "observed": 32,
            "units": 2048,
            "over": "54d"
          },
          "repair": "service",
          "source": "Borrowed: Llama 3, the unplanned one.",
          "notes": "The rate as one reads it off a log: so many observed on so many units."
        },
        {
          "name": "network",
          "title": "Switch or cable",
          "category": "network",
          "per": "rack",
          "lifetime": { "distribution": "exponential", "afr": 0.23 },
          "repair": "hardware",
          "source": "Borrowed: Llama 3, 35 in 54 days on 1,024 racks of 2 nodes.",
          "notes": "Takes every node of the rack. A rack of more nodes has more cables: raise it."
        },
        {
          "name": "software_bug",
          "title": "Software bug",
          "category": "software",
          "per": "job",
          "lifetime": { "distribution": "exponential", "mean": "23h" },
          "source": "Borrowed: Llama 3, 56 in 54 days, dependencies among them.",
          "notes": "One a day whatever the size of the job, so on a small one it outweighs the \
    hardware: change it first. All nodes stay in service."
        },
        {
          "name": "nccl_watchdog",
          "title": "NCCL watchdog",
          "category": "software",
          "per": "job",
          "lifetime": { "distribution": "exponential", "observed": 7, "units": 1, "over": "54d" },
          "symptom": "hang",
          "source": "Borrowed: Llama 3.",
          "notes": "A hang is found later than a crash: see recovery.detect."
        }
      ],
      "repair": {
        "routes": {
          "hardware": [
            {
              "stage": "reboot",
              "time": { "distribution": "uniform", "low": "20min", "high": "60min" },
              "fixes": 0.6,
              "source": "Borrowed: a reboot cures about 60 % in 20 to 60 min."
            },
            {
              "stage": "replace",
              "time": { "distribution": "lognormal", "median": "24h", "sigma": 1.4 },
              "fixes": 1,
              "notes": "A guess within what is published: a day in the median, 2.7 in the mean."
            }
          ],
          "service": [
            { "stage": "service", "time": "4h", "fixes": 1, "notes": "A guess." }
          ]
        }
      },
      "job": {
        "notes": "It takes all nodes of the cluster and runs to the horizon. nodes lets it take \
    fewer; work, a time such as 20d, ends it when that much training is done."
      },
      "checkpoint": {
        "interval": "30min",
        "save": "10s",
        "write": "1min",
        "load": "30s",
        "notes": "save stops the job; write goes on beside it until the copy can be used. \
    Guesses: measure yours. clustersim check tells the best interval by formula."
      },
      "recovery": {
        "policy": "restart",
        "detect": { "crash": "30s", "hang": "10min" },
        "diagnose": { "time": "0s" },
        "swap": "1min",
        "restart": { "base": "50s", "per_gpu": "9ms" },
        "exposed": true,
        "source": "Borrowed: detection from ByteRobust (SOSP 2025); restart fits what FT-HSDP \
    (arXiv 2602.00277) needs for 16,000 to 98,000 GPUs. Guesses: diagnose, swap.",
        "notes": "The steps follow each other. exposed: faults strike during restart and load, too."
      }
    }
    """
}
