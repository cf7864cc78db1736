using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareerRecs.ProfileMatching.Configuration;
using CareerRecs.ProfileMatching.Engine.Fit;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Snapshots;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>Versions and stored profile that an answer depends on.</summary>
/// <param name="Catalog">The version that answers.</param>
/// <param name="SalaryModel">The model that pay comes from.</param>
/// <param name="Profile">The stored profile asked about; null for inline ones.</param>
/// <param name="Today">The date; its month counts, since a job still held counts up to it.</param>
internal readonly record struct AnswerBasis(CatalogHandle Catalog, string SalaryModel, ProfileStamp? Profile, DateOnly Today);

/// <summary>
/// Keys of answers: a keyed hash of the question and of every version that the answer depends on. Equal questions against equal
/// versions within a month have equal keys; nobody without the secret can tell from one who was asked about.
/// </summary>
internal sealed class AnswerKeys
{
    private readonly byte[] _secret;

    public AnswerKeys(MatchingOptions options) =>
        _secret =
            options.CacheKeySecret.Length > 0
                ? Convert.FromBase64String(options.CacheKeySecret)
                : RandomNumberGenerator.GetBytes(32);

    /// <summary>The key of an answer, 43 characters.</summary>
    /// <param name="tenant">Whose question.</param>
    /// <param name="request">The question.</param>
    /// <param name="basis">What else the answer depends on.</param>
    public string DeriveKey(string tenant, IMessage request, AnswerBasis basis)
    {
        var version = basis.Catalog.Version;
        var versions = string.Create(
            CultureInfo.InvariantCulture,
            $"{tenant}\n{basis.Catalog.Owner}\n{version.Name}\n{version.Digest}\n{EngineVersion.Current}\n"
                + $"{basis.SalaryModel}\n{basis.Profile?.Id} {basis.Profile?.Revision}\n{basis.Today:yyyy-MM}\n"
        );
        var prefix = Encoding.UTF8.GetByteCount(versions);
        var bytes = new byte[prefix + request.CalculateSize()];
        Encoding.UTF8.GetBytes(versions, bytes);
        request.WriteTo(bytes.AsSpan(prefix));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, bytes, hash);
        return Base64Url.EncodeToString(hash);
    }
}
