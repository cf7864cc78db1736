using System.Globalization;
using CareerRecs.Types.V1;
using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Uploads;

/// <summary>What the header of an upload states about its file.</summary>
/// <param name="SizeBytes">Size of the file; 0 if not stated.</param>
/// <param name="Sha256">Digest of the file in lower-case hex; empty if not stated.</param>
/// <param name="MostBytes">Most bytes that a file may have.</param>
public sealed record AnnouncedFile(long SizeBytes, string Sha256, long MostBytes)
{
    /// <summary>Reads <c>size_bytes</c> and <c>sha256</c>; the limit of the size bounds a file that states none.</summary>
    public static AnnouncedFile FromHeader(IMessage header)
    {
        var size = header.Descriptor.FindFieldByName("size_bytes");
        var digest = header.Descriptor.FindFieldByName("sha256");
        return new AnnouncedFile(
            (long)size.Accessor.GetValue(header),
            (string)digest.Accessor.GetValue(header),
            (long)size.GetOptions().GetExtension(LimitsExtensions.Limits).Max
        );
    }

    /// <summary>Throws INVALID_ARGUMENT if more bytes were received than the file may have.</summary>
    public void RequireAtMost(long received)
    {
        if (SizeBytes > 0 && received > SizeBytes)
        {
            throw Errors.Errors.InvalidArgument("header.size_bytes", $"announces {SizeBytes} bytes; got more");
        }
        if (received > MostBytes)
        {
            var most = (MostBytes >> 20).ToString(CultureInfo.InvariantCulture);
            throw Errors.Errors.InvalidArgument("chunk", $"the file is longer than {most} MiB, the most that is taken");
        }
    }

    /// <summary>Throws INVALID_ARGUMENT if the whole file is another one than announced.</summary>
    public void RequireSame(long received, string sha256)
    {
        if (received == 0)
        {
            throw Errors.Errors.InvalidArgument("chunk", "the file is empty");
        }
        if (SizeBytes > 0 && received != SizeBytes)
        {
            throw Errors.Errors.InvalidArgument(
                "header.size_bytes",
                $"announces {SizeBytes} bytes; got {received}. Send the whole file"
            );
        }
        if (Sha256.Length > 0 && sha256 != Sha256)
        {
            throw Errors.Errors.InvalidArgument(
                "header.sha256",
                $"announces {Sha256}; the received bytes have {sha256}. Send the file again"
            );
        }
    }
}
