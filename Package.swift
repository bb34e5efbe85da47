// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "clustersim",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "clustersim", targets: ["clustersim"]),
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "DiscreteEvents", targets: ["DiscreteEvents"]),
    .library(name: "Checkpointing", targets: ["Checkpointing"]),
    .library(name: "ClusterModel", targets: ["ClusterModel"]),
    .library(name: "ScenarioFormat", targets: ["ScenarioFormat"]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Charts", targets: ["Charts"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: strict),
    .target(name: "Charts", swiftSettings: strict),
    .target(name: "DiscreteEvents", swiftSettings: strict),
    .target(name: "Checkpointing", dependencies: ["Statistics"], swiftSettings: strict),
    .target(
      name: "ClusterModel", dependencies: ["DiscreteEvents", "Checkpointing", "Statistics"],
      swiftSettings: strict),
    .target(
      name: "ScenarioFormat", dependencies: ["ClusterModel", "Checkpointing", "Statistics"],
      swiftSettings: strict),
    .target(
      name: "Experiments", dependencies: ["ClusterModel", "Checkpointing", "Statistics"],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "Experiments", "ScenarioFormat", "ClusterModel", "Checkpointing", "Statistics", "Charts",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Page/Templates/page.css"), .embedInCode("Page/Templates/page.mustache"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "clustersim",
      dependencies: [
        "Reporting", "Experiments", "ScenarioFormat", "ClusterModel", "Statistics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "CalendarBenchmark", dependencies: ["DiscreteEvents", "Statistics"],
      path: "Benchmarks/CalendarBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "ReplicationBenchmark",
      dependencies: [
        "Experiments", "ScenarioFormat", "ClusterModel", "Checkpointing", "Statistics",
      ],
      path: "Benchmarks/ReplicationBenchmark", swiftSettings: strict),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Experiments"]),
    .testTarget(name: "DiscreteEventsTests", dependencies: ["DiscreteEvents", "Statistics"]),
    .testTarget(name: "CheckpointingTests", dependencies: ["Checkpointing", "Statistics"]),
    .testTarget(
      name: "ClusterModelTests",
      dependencies: ["ClusterModel", "Checkpointing", "Statistics", "Experiments"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Experiments", "ClusterModel", "Checkpointing", "Statistics"]),
    .testTarget(
      name: "ScenarioFormatTests",
      dependencies: ["ScenarioFormat", "ClusterModel", "Checkpointing", "Statistics"]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Experiments", "ScenarioFormat", "ClusterModel", "Checkpointing",
        "Statistics", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "ValidationTests",
      dependencies: [
        "Experiments", "ScenarioFormat", "ClusterModel", "Checkpointing", "Statistics",
      ]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
    .testTarget(name: "CommandTests", dependencies: ["clustersim"], exclude: ["Golden"]),
  ],
  swiftLanguageModes: [.v6]
)
