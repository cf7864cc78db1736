using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Input;

/// <summary>A catalog as typed: "onet", "onet@29.3", or a resource name.</summary>
public sealed record CatalogName(string Catalog, string Version)
{
    /// <summary>The catalog that is asked where none is named.</summary>
    public const string Default = "catalogs/builtin";

    /// <summary>Reads what was typed; empty stays empty, which lets the server choose.</summary>
    public static CatalogName Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new("", "");
        }

        var name = text.Trim();
        if (name.StartsWith("catalogs/", StringComparison.Ordinal))
        {
            return name.Contains("/versions/", StringComparison.Ordinal)
                ? new(name[..name.IndexOf("/versions/", StringComparison.Ordinal)], name)
                : new(name, "");
        }

        var at = name.IndexOf('@');
        return at < 0
            ? new("catalogs/" + name, "")
            : new("catalogs/" + name[..at], $"catalogs/{name[..at]}/versions/{name[(at + 1)..]}");
    }

    /// <summary>Resource name of the version that was typed; an error of usage where only a catalog was.</summary>
    public static string RequireVersion(string text) =>
        Parse(text) is { Version.Length: > 0 } name
            ? name.Version
            : throw CommandException.Usage(
                $"\"{text}\" names no version; write it like onet@29.3 (`careerrecs versions list` shows them)"
            );

    /// <summary>The catalog, where a request must name one.</summary>
    public string CatalogOrDefault => Catalog.Length > 0 ? Catalog : Default;
}
