using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Google.Protobuf;

namespace CareerRecs.ServiceDefaults.Rest.Uploads;

/// <summary>A body with a message a line, in JSON. Empty lines are skipped.</summary>
internal sealed class MessageLines : UploadBody
{
    /// <summary>Large reads, since each looks through an unfinished line again.</summary>
    private static readonly StreamPipeReaderOptions Reading = new(bufferSize: 64 << 10, minimumReadSize: 16 << 10);

    private readonly UploadRequest _upload;
    private readonly PipeReader _lines;
    private readonly UploadRoute _route;
    private int _count;

    public MessageLines(UploadRequest upload)
    {
        (_upload, _route) = (upload, upload.Route);
        RequestHeader.RequireNoQuery(upload);
        _lines = PipeReader.Create(upload.ReadBody(_route.MostBytesOfLines), Reading);
    }

    /// <inheritdoc />
    public override async Task WriteAsync(FrameWriter frames, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _lines.ReadAsync(cancellationToken);
            var rest = result.Buffer;
            while (TakeLine(ref rest, out var line))
            {
                await WriteLineAsync(frames, line, cancellationToken);
            }
            if (rest.Length > _route.MostBytesOfLine)
            {
                throw Refuse("", $"is longer than {_route.MostBytesOfLine >> 20} MiB; send less a line");
            }
            if (result.IsCompleted)
            {
                await WriteLineAsync(frames, rest, cancellationToken);
                return;
            }
            _lines.AdvanceTo(rest.Start, rest.End);
        }
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> line)
    {
        var reader = new SequenceReader<byte>(rest);
        if (!reader.TryReadTo(out line, (byte)'\n'))
        {
            return false;
        }
        rest = reader.UnreadSequence;
        return true;
    }

    private async ValueTask WriteLineAsync(FrameWriter frames, ReadOnlySequence<byte> line, CancellationToken cancellationToken)
    {
        if (line.Length > _route.MostBytesOfLine)
        {
            throw Refuse("", $"is longer than {_route.MostBytesOfLine >> 20} MiB; send less a line");
        }
        var json = line.ToArray();
        if (!json.AsSpan().Trim(" \t\r"u8).IsEmpty)
        {
            await frames.WriteAsync(Parse(json), cancellationToken);
        }
        _count++;
    }

    private IMessage Parse(byte[] json)
    {
        var violations = new Violations();
        var (body, _) = RestRequest.Rewrite(json, _route.Fields, [], violations);
        if (violations.Any)
        {
            var found = violations.Found;
            foreach (var violation in found)
            {
                violation.Field = violation.Field == "body" ? Path("") : Path(violation.Field);
            }
            throw Errors.Errors.InvalidArgument(found);
        }

        var message = JsonParser.Default.Parse(Encoding.UTF8.GetString(body), _route.Method.InputType);
        if (_route.Header?.Accessor.GetValue(message) is IMessage header)
        {
            RequestHeader.Complete(header, _upload);
        }
        return message;
    }

    private Grpc.Core.RpcException Refuse(string field, string description) =>
        Errors.Errors.InvalidArgument(Path(field), description);

    private string Path(string field) => Violations.Join($"lines[{_count}]", field).TrimEnd('.');
}
