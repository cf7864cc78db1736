using System.Collections.Frozen;
using System.Security.Cryptography;
using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.Extensions.Logging;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>
/// Keys that this host accepts. A call looks whether their file changed, at most once a second: a new key works, and a revoked
/// one stops working, within that time. While the file cannot be read, the keys read last stay.
/// </summary>
public sealed partial class ApiKeys
{
    private const string Advice = "`careerrecs keys create --file` makes it.";

    /// <summary>Longest time in which a change of the file goes unseen.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger<ApiKeys> _logger;
    private readonly Lock _reading = new();
    private byte[] _text;
    private volatile FrozenDictionary<string, ApiKey> _keys;
    private long _lookedAt;

    /// <summary>Reads the file.</summary>
    public ApiKeys(string path, TimeProvider time, ILogger<ApiKeys> logger)
    {
        (_path, _time, _logger) = (path, time, logger);
        _text = File.ReadAllBytes(path);
        _keys = ByPrefix(_text);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>Reads the file while the host starts: without it every call would fail later.</summary>
    public static void Check(string path)
    {
        try
        {
            ApiKeyFile.Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new SettingException("Auth:KeysFile", $"\"{path}\" cannot be read: {e.Message} {Advice}");
        }
    }

    /// <summary>Finds the key that a caller sends; null if it is unknown, its secret is wrong, or it has expired.</summary>
    public ApiKey? Find(PresentedKey presented)
    {
        LookAgain();
        // An unknown prefix takes as long as a wrong secret.
        var key = _keys.GetValueOrDefault(presented.Prefix);
        var expected = key is null ? new byte[SHA256.HashSizeInBytes] : Convert.FromHexString(key.Sha256);
        var isRight = CryptographicOperations.FixedTimeEquals(presented.Hash(), expected);
        return isRight && key is not null && key.Expires > _time.GetUtcNow() ? key : null;
    }

    private void LookAgain()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _lookedAt)) < LookEvery)
        {
            return;
        }
        lock (_reading)
        {
            if (_time.GetElapsedTime(_lookedAt) < LookEvery)
            {
                return;
            }
            try
            {
                var text = File.ReadAllBytes(_path);
                if (!text.AsSpan().SequenceEqual(_text))
                {
                    _keys = ByPrefix(text);
                    _text = text;
                    LogReloaded(_path, _keys.Count);
                }
            }
            catch (Exception e) when (IsFault(e))
            {
                LogUnreadable(_path, e.Message);
            }
            Volatile.Write(ref _lookedAt, _time.GetTimestamp());
        }
    }

    private static FrozenDictionary<string, ApiKey> ByPrefix(byte[] text) =>
        ApiKeyFile.Parse(text).Keys.ToFrozenDictionary(key => key.Prefix, StringComparer.Ordinal);

    private static bool IsFault(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or FormatException;

    [LoggerMessage(Level = LogLevel.Information, Message = "Read {Path} again: {Count} API keys")]
    private partial void LogReloaded(string path, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} cannot be read, the API keys read before stay: {Fault}")]
    private partial void LogUnreadable(string path, string fault);
}
