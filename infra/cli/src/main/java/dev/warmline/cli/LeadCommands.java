package dev.warmline.cli;

import picocli.CommandLine.Command;

/** {@code warmline lead}: what is kept about a person. */
@Command(
    name = "lead",
    description = "Exports what is kept about a person, or erases it.",
    subcommands = {ExportPerson.class, ErasePerson.class})
final class LeadCommands extends CommandGroup {}
