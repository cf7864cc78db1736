using System.Collections.Frozen;
using CareerRecs.ServiceDefaults.Configuration;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>
/// Ids (<c>jti</c>) of tokens that are refused before they expire, one a line; lines that begin with # are remarks. A changed
/// file counts within a second; while it cannot be read, the ids read before stay.
/// </summary>
internal sealed class RevokedTokens
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private FrozenSet<string> _ids;
    private DateTime _written;
    private long _looked;

    public RevokedTokens(string path, TimeProvider time)
    {
        (_path, _time, _written, _looked) = (path, time, File.GetLastWriteTimeUtc(path), time.GetTimestamp());
        _ids =
            Load(path)
            ?? throw new SettingException("Auth:RevokedTokensFile", $"\"{path}\" cannot be read. An empty file revokes nothing.");
    }

    /// <summary>Whether the token of this id is revoked; one without an id never is.</summary>
    public bool Contains(string? id)
    {
        lock (_lock)
        {
            if (_time.GetElapsedTime(_looked) >= LookEvery)
            {
                _looked = _time.GetTimestamp();
                if (File.GetLastWriteTimeUtc(_path) is var written && written != _written)
                {
                    _written = written;
                    _ids = Load(_path) ?? _ids;
                }
            }

            return id is not null && _ids.Contains(id);
        }
    }

    private static FrozenSet<string>? Load(string path)
    {
        try
        {
            return File.ReadLines(path)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .ToFrozenSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
