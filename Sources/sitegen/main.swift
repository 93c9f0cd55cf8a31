import CommandLineKit

let console = Console.ofProcess()
let leftovers = Leftovers()
Sitegen.run(Array(CommandLine.arguments.dropFirst()), environment: .ofProcess, console: console, leftovers: leftovers).endProcess()
