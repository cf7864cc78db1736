using System.CommandLine;

namespace CareerRecs.Cli.Commands;

/// <summary>Options and arguments that several commands take.</summary>
internal static class CommandOptions
{
    public static Option<string?> Catalog() =>
        new("--catalog")
        {
            Description = "Catalog to ask: onet, or a version of it: onet@29.3. Default: the built-in one.",
            HelpName = "NAME",
        };

    public static Argument<string> Role() => new("role") { Description = "Title, id or resource name of a role." };

    public static Option<int?> Max(string what) => new("--max") { Description = what, HelpName = "N" };

    public static Option<string?> Location() =>
        new("--location") { Description = "Place to tell the pay for: \"San Francisco, CA\".", HelpName = "PLACE" };

    public static Option<bool> NoPay() => new("--no-pay") { Description = "Leave the pay out." };

    public static Option<string?> Reason() => new("--reason") { Description = "Why, for the audit.", HelpName = "TEXT" };

    public static Option<bool> AcceptFewerRoles() =>
        new("--accept-fewer-roles") { Description = "Activate it although it has 20 % fewer roles than the active version." };
}
