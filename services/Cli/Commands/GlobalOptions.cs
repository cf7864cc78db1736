using System.CommandLine;

namespace CareerRecs.Cli.Commands;

/// <summary>How answers are printed.</summary>
public enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>The response message as protobuf JSON.</summary>
    Json,
}

/// <summary>Options that every command takes.</summary>
public sealed class GlobalOptions
{
    internal readonly Option<Uri?> Server = Address(
        "--server",
        "Address of a host that serves all three services. Default: they run inside this command."
    );
    internal readonly Option<Uri?> CatalogServer = Address("--catalog-server", "Address of Catalog.");
    internal readonly Option<Uri?> MatchingServer = Address("--matching-server", "Address of ProfileMatching.");
    internal readonly Option<Uri?> SalaryServer = Address("--salary-server", "Address of SalaryEstimate.");

    internal readonly Option<string?> Token = new("--token")
    {
        Description = "Bearer token to send. Default: the environment's CAREERRECS_TOKEN.",
        Recursive = true,
        HelpName = "JWT",
    };

    internal readonly Option<string?> Purpose = new("--purpose")
    {
        Description = "What the call is for, where people consent to purposes. Default: career-advice.",
        Recursive = true,
        HelpName = "PURPOSE",
    };

    internal readonly Option<string?> DataDirectory = new("--data-dir")
    {
        Description = "Where the embedded services keep their data. Default: $XDG_DATA_HOME/careerrecs.",
        Recursive = true,
        HelpName = "DIR",
    };

    internal readonly Option<OutputFormat> Output = new("--output", "-o")
    {
        Description = "text, or json for the response message.",
        Recursive = true,
        HelpName = "text|json",
    };

    internal void AddTo(RootCommand root)
    {
        foreach (
            var option in (Option[])[Server, CatalogServer, MatchingServer, SalaryServer, Token, Purpose, DataDirectory, Output]
        )
        {
            root.Options.Add(option);
        }
    }

    private static Option<Uri?> Address(string name, string description) =>
        new(name)
        {
            Description = description,
            Recursive = true,
            HelpName = "URL",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                {
                    return uri;
                }

                result.AddError($"{name}: \"{text}\" is no address; write it like http://127.0.0.1:5200");
                return null;
            },
        };
}
