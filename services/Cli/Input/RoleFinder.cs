using CareerRecs.Catalog.V1;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Input;

/// <summary>Finds the role that somebody means by a title, an id or a resource name.</summary>
public sealed class RoleFinder(Session session, Action<string> note)
{
    private const double Certain = 0.95;
    private const double Likely = 0.6;

    /// <summary>The resource name of the role; a reading that is not certain is said, nothing near is an error.</summary>
    public async Task<string> FindAsync(string text, CatalogName catalog, CancellationToken cancellationToken) =>
        await TryFindAsync(text, catalog, cancellationToken)
        ?? throw new CommandException(
            $"no role called \"{text}\" in {Words.Id(catalog.CatalogOrDefault)}; "
                + $"`careerrecs search \"{text}\"` looks for near ones"
        );

    /// <summary>The same; null where nothing is near.</summary>
    public async Task<string?> TryFindAsync(string text, CatalogName catalog, CancellationToken cancellationToken)
    {
        if (text.StartsWith("catalogs/", StringComparison.Ordinal))
        {
            return text;
        }
        // O*NET codes are ids: 15-2051.00.
        if (text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '-' or '.'))
        {
            return $"{catalog.CatalogOrDefault}/roles/{text}";
        }

        var request = new ResolveTitleRequest
        {
            Catalog = catalog.CatalogOrDefault,
            CatalogVersion = catalog.Version,
            Title = text.Contains(' ') ? text : text.Replace('-', ' '),
            MaxResults = 3,
        };
        var found = await session.Catalog.ResolveTitleAsync(request, cancellationToken: cancellationToken);
        if (found.Matches is not [var best, ..] || best.Confidence < Likely)
        {
            return null;
        }

        var alike = found.Matches.Skip(1).Where(m => m.Confidence >= best.Confidence).Select(m => m.Title).ToList();
        if (alike.Count > 0)
        {
            note($"several roles are called \"{text}\"; took {best.Title}, not {Words.List(alike, "or")}");
        }
        else if (best.Confidence < Certain)
        {
            var others = found.Matches.Skip(1).Select(m => m.Title).ToList();
            note($"read \"{text}\" as {best.Title}" + (others.Count > 0 ? $"; not {Words.List(others, "or")}" : ""));
        }
        return best.Role;
    }
}
