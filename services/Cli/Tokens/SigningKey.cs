using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CareerRecs.Cli.Shell;

namespace CareerRecs.Cli.Tokens;

/// <summary>A local key that signs tokens, and its public half as a JSON Web Key Set for the hosts.</summary>
public abstract class SigningKey : IDisposable
{
    private const string KeyFile = "signing-key.pem";

    /// <summary>Name of the file with the public half.</summary>
    public const string JwksFile = "jwks.json";

    /// <summary>The JWS algorithm.</summary>
    public abstract string Algorithm { get; }

    /// <summary>Thumbprint of the public key (RFC 7638): the same key has the same id wherever it is read.</summary>
    public string Id => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(PublicMembers())));

    /// <summary>The key set.</summary>
    public string Jwks() =>
        $$"""{"keys":[{{{PublicMembers()[1..^1]}},"alg":"{{Algorithm}}","use":"sig","kid":"{{Id}}"}]}""" + "\n";

    /// <summary>Signs as JWS asks for it.</summary>
    public abstract byte[] Sign(byte[] data);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The required members in alphabetic order without blanks, as RFC 7638 hashes them.</summary>
    protected abstract string PublicMembers();

    /// <summary>The private half.</summary>
    protected abstract string ExportPem();

    /// <summary>Reads the folder's key; makes it, and the key set beside it, on first use.</summary>
    public static SigningKey ReadOrCreate(string folder, bool rsa, out bool created)
    {
        var path = Path.Combine(folder, KeyFile);
        created = !File.Exists(path);
        SigningKey key;
        if (created)
        {
            Directory.CreateDirectory(folder);
            key = rsa ? new RsaKey(RSA.Create(3072)) : new EcKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.WriteLine(key.ExportPem());
        }
        else
        {
            key = Read(path);
        }
        if (created || !File.Exists(Path.Combine(folder, JwksFile)))
        {
            File.WriteAllText(Path.Combine(folder, JwksFile), key.Jwks());
        }

        return key;
    }

    private static SigningKey Read(string path)
    {
        var pem = File.ReadAllText(path);
        try
        {
            if (pem.Contains("RSA PRIVATE KEY", StringComparison.Ordinal))
            {
                var rsa = RSA.Create();
                rsa.ImportFromPem(pem);
                return new RsaKey(rsa);
            }
            var ec = ECDsa.Create();
            ec.ImportFromPem(pem);
            return new EcKey(ec);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new CommandException($"{path} holds no key that can be read; move it away, and the next token makes a new one");
        }
    }

    private sealed class EcKey(ECDsa key) : SigningKey
    {
        public override string Algorithm => "ES256";

        public override byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256);

        public override void Dispose() => key.Dispose();

        protected override string PublicMembers()
        {
            var p = key.ExportParameters(includePrivateParameters: false);
            var (x, y) = (Base64Url.EncodeToString(p.Q.X), Base64Url.EncodeToString(p.Q.Y));
            return $$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""";
        }

        protected override string ExportPem() => key.ExportECPrivateKeyPem();
    }

    private sealed class RsaKey(RSA key) : SigningKey
    {
        public override string Algorithm => "RS256";

        public override byte[] Sign(byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        public override void Dispose() => key.Dispose();

        protected override string PublicMembers()
        {
            var p = key.ExportParameters(includePrivateParameters: false);
            var (e, n) = (Base64Url.EncodeToString(p.Exponent), Base64Url.EncodeToString(p.Modulus));
            return $$"""{"e":"{{e}}","kty":"RSA","n":"{{n}}"}""";
        }

        protected override string ExportPem() => key.ExportRSAPrivateKeyPem();
    }
}
