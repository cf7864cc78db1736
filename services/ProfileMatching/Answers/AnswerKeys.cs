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
    /// <param name="catalog">The version it is answered from.</param>
    /// <param name="salaryModel">The model that pay comes from.</param>
    /// <param name="profile">The stored profile asked about; null for inline ones.</param>
    /// <param name="today">The date; its month counts, since a job still held counts up to it.</param>
    public string Of(
        string tenant,
        IMessage request,
        CatalogHandle catalog,
        string salaryModel,
        ProfileStamp? profile,
        DateOnly today
    )
    {
        var versions = string.Create(
            CultureInfo.InvariantCulture,
            $"{tenant}\n{catalog.Owner}\n{catalog.Version.Name}\n{catalog.Version.Digest}\n{EngineVersion.Current}\n"
                + $"{salaryModel}\n{profile?.Id} {profile?.Revision}\n{today:yyyy-MM}\n"
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
