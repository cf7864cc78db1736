using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CareerRecs.ServiceDefaults.Validation;
using Grpc.Core;

namespace CareerRecs.ServiceDefaults.Storage;

/// <summary>Page tokens: opaque to callers, they carry where the page before ended and the version it was read from.</summary>
public static class Paging
{
    private const char Separator = '\n';

    /// <summary>A token that carries the parts; none may contain a line break.</summary>
    public static string Encode(params string[] parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, parts)));

    /// <summary>The parts of a token of ours. INVALID_ARGUMENT for anything else.</summary>
    public static string[] Decode(string token, int parts)
    {
        if (Base64Url.IsValid(token))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
            // The parts go into queries, and no database of ours takes U+0000 in one; no token of ours has it.
            if (!RequestRules.HasNul(text) && text.Split(Separator) is var decoded && decoded.Length == parts)
            {
                return decoded;
            }
        }

        throw NotOurs();
    }

    /// <summary>Makes a token of one list, with the key of the last entry of a page.</summary>
    public static string EncodeLast(string list, string key) => Encode(list, key);

    /// <summary>The key in a token of this list; null for the first page. INVALID_ARGUMENT for any other token.</summary>
    public static string? DecodeLast(string list, string token) =>
        token.Length == 0 ? null
        : Decode(token, 2) is [var of, var key] && of == list ? key
        : throw NotOurs();

    /// <summary>A part of a token that is a number. INVALID_ARGUMENT for anything else.</summary>
    public static long Number(string part) =>
        long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NotOurs();

    /// <summary>The page size to use.</summary>
    public static int Size(int asked, int @default, int max) => asked <= 0 ? @default : Math.Min(asked, max);

    private static RpcException NotOurs() =>
        Errors.Errors.InvalidArgument(
            "page_token",
            "is not a token that an answer of this method carried; start with an empty one"
        );
}
