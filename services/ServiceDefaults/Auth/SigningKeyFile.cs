using CareerRecs.ServiceDefaults.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace CareerRecs.ServiceDefaults.Auth;

/// <summary>
/// Public keys that tokens are checked with, from a JSON Web Key Set. A changed file counts within a second; one that cannot be
/// used leaves the keys as they were.
/// </summary>
internal sealed class SigningKeyFile
{
    private const string Advice = "Give the jwks.json that `careerrecs token` makes, or set Auth__Authority instead.";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private IList<SecurityKey> _keys;
    private DateTime _written;
    private long _looked;

    /// <summary>Reads the file while the host starts: without keys every call would fail later.</summary>
    public SigningKeyFile(string path, TimeProvider time)
    {
        (_path, _time, _written, _looked) = (path, time, File.GetLastWriteTimeUtc(path), time.GetTimestamp());
        _keys = Load(path, out var problem) ?? throw new SettingException("Auth:JwksFile", $"\"{path}\" {problem}. {Advice}");
    }

    /// <summary>The keys that count now.</summary>
    public IList<SecurityKey> GetCurrent()
    {
        lock (_lock)
        {
            if (_time.GetElapsedTime(_looked) >= LookEvery)
            {
                _looked = _time.GetTimestamp();
                if (File.GetLastWriteTimeUtc(_path) is var written && written != _written)
                {
                    _written = written;
                    _keys = Load(_path, out _) ?? _keys;
                }
            }

            return _keys;
        }
    }

    /// <summary>The keys of a file; null with the problem, which never repeats what is in the file.</summary>
    private static IList<SecurityKey>? Load(string path, out string problem)
    {
        problem = "";
        try
        {
            var text = File.ReadAllText(path);
            if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                problem = "holds a private key, which no host needs. Move it away from here";
                return null;
            }

            var set = new JsonWebKeySet(text);
            if (set.Keys.Any(key => key.D is not null || key.K is not null))
            {
                problem = "holds a private or symmetric key, which no host needs. Leave only public keys in it";
                return null;
            }

            var keys = set.GetSigningKeys();
            problem = "has no key to check signatures with";
            return keys.Count > 0 ? keys : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem =
                "cannot be read: "
                + (e is FileNotFoundException or DirectoryNotFoundException ? "it is not there" : e.GetType().Name);
        }
        catch (ArgumentException)
        {
            problem = "is no JSON Web Key Set";
        }

        return null;
    }
}
