import CommandLineKit

let console = Console.ofProcess()
AttributionProgram.run(Array(CommandLine.arguments.dropFirst()), environment: .ofProcess, console: console).endProcess()
