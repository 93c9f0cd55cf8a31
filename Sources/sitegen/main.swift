import CommandLineKit

let console = Console.ofProcess()
Sitegen.run(Array(CommandLine.arguments.dropFirst()), environment: .ofProcess, console: console).endProcess()
