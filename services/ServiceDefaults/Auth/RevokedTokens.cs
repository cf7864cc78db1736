using System.Collections.Frozen;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>Ids (<c>jti</c>) of tokens that are refused before they expire.</summary>
internal sealed class RevokedTokens
{
    /// <summary>What the operator does about a file that cannot be used.</summary>
    public const string Advice = "An empty file revokes nothing.";

    private readonly FrozenSet<string> _ids;

    private RevokedTokens(IEnumerable<string> ids) => _ids = ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Parses a file with an id a line; lines that begin with # are remarks.</summary>
    public static RevokedTokens Parse(IReadOnlyList<string> files) =>
        new(files[0].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')));

    /// <summary>Whether the token of this id is revoked; one without an id never is.</summary>
    public bool Contains(string? id) => id is not null && _ids.Contains(id);
}
