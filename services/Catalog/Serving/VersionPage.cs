using System.Globalization;
using System.Security.Cryptography;
using CareerRecs.ServiceDefaults.Errors;
using CareerRecs.ServiceDefaults.Storage;
using Google.Protobuf;

namespace CareerRecs.Catalog.Serving;

/// <summary>
/// Pages through one version. A token carries the version it was read from, with its digest, and a print of the request; so the
/// pages of a list are all of one version, whatever is activated meanwhile, and a token cannot be used with other filters.
/// </summary>
public sealed record VersionPage(string Version, string Digest, int Offset)
{
    private static readonly string[] NotOfTheQuestion = ["page_token", "page_size"];

    /// <summary>Where to go on: at the beginning of the version asked for, or where the token says.</summary>
    public static VersionPage Of<T>(T request, string token, string version)
        where T : IMessage<T>
    {
        if (token.Length == 0)
        {
            return new VersionPage(version, "", 0);
        }
        return
            Paging.Decode(token, 4) is [var pinned, var digest, var print, var offset]
            && print == Print(request)
            && int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? new VersionPage(pinned, digest, at)
            : throw Errors.InvalidArgument(
                "page_token",
                "belongs to a request with other fields; keep them, or start with an empty token"
            );
    }

    /// <summary>The items of this page and the token of the next; empty after the last.</summary>
    public (IReadOnlyList<TItem> Items, string NextToken) Take<TRequest, TItem>(
        TRequest request,
        LoadedVersion version,
        IReadOnlyList<TItem> all,
        int size
    )
        where TRequest : IMessage<TRequest>
    {
        if (Digest.Length > 0 && Digest != version.Version.Digest)
        {
            throw Errors.InvalidArgument("page_token", "was read from a version that is gone; start with an empty one");
        }
        var next = Math.Min((long)Offset + size, all.Count);
        var token =
            next < all.Count
                ? Paging.Encode(version.Name, version.Version.Digest, Print(request), next.ToString(CultureInfo.InvariantCulture))
                : "";
        return ([.. all.Skip(Offset).Take(size)], token);
    }

    private static string Print<T>(T request)
        where T : IMessage<T>
    {
        var question = request.Clone();
        foreach (var field in NotOfTheQuestion)
        {
            question.Descriptor.FindFieldByName(field).Accessor.Clear(question);
        }
        return Convert.ToHexStringLower(SHA256.HashData(question.ToByteArray()).AsSpan(0, 8));
    }
}
