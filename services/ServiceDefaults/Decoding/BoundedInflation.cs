using System.IO.Compression;
using CareerRecs.ServiceDefaults.Uploads;
using Grpc.Net.Compression;

namespace CareerRecs.ServiceDefaults.Decoding;

/// <summary>
/// Unpacks compressed requests. Bytes that do not unpack are refused, and so are those that unpack to more than a request may
/// have: a few KB can hold gigabytes.
/// </summary>
internal sealed class BoundedInflation(ICompressionProvider packing, int mostBytes) : ICompressionProvider
{
    public string EncodingName => packing.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        packing.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) =>
        new BoundedStream(packing.CreateDecompressionStream(stream), mostBytes);

    private sealed class BoundedStream(Stream unpacked, int mostBytes) : ForwardStream(unpacked)
    {
        private readonly Stream _unpacked = unpacked;

        public override int Read(Span<byte> buffer)
        {
            try
            {
                var read = _unpacked.Read(buffer);
                Done += read;
                return Done <= mostBytes ? read : throw Errors.Errors.TooLarge(mostBytes);
            }
            catch (InvalidDataException)
            {
                throw Errors.Errors.MalformedMessage("it is not compressed as its headers say");
            }
        }
    }
}
