using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CareerRecs.LoadTest.Http2;

/// <summary>
/// One HTTP/2 connection that keeps so many calls in progress, each with a body of its own. Just enough of RFC 9113 for that:
/// h2load sends one body again and again, and a gRPC client would take more of the machine than the server that is to be
/// measured.
/// </summary>
/// <param name="target">Which method, as which tenant.</param>
/// <param name="nextBody">Gives the body of the next call; null if there are no more.</param>
/// <param name="callsASecond">
/// Calls to begin a second, whatever the server answers; 0: a call begins when another has ended.
/// </param>
/// <param name="latencies">Takes how long each answer took, in milliseconds.</param>
internal sealed class LoadConnection(
    Target target,
    Func<ReadOnlyMemory<byte>?> nextBody,
    List<double> latencies,
    double callsASecond = 0
)
{
    private const int FrameHeader = 9;
    private const int GrpcPrefix = 5;
    private const int Window = int.MaxValue;
    private const int DefaultWindow = 65_535;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;
    private const byte Ack = 1;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly byte[] _received = new byte[1 << 18];
    private readonly Dictionary<int, Call> _calls = [];
    private byte[] _toSend = new byte[1 << 16];
    private int _sending;
    private int _nextStream = 1;
    private long _unacknowledged;
    private long _due;
    private bool _isDone;

    /// <summary>Calls that ended without an answer.</summary>
    public int Failures { get; private set; }

    /// <summary>Sends until there is nothing more to send and everything is answered.</summary>
    public async Task RunAsync(int inProgress, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.Port), cancellationToken);
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.CopyTo(Reserve(24));
        // SETTINGS: no push, streams without a bound; then the same for the connection.
        Frame(FrameType.Settings, 0, 0, [0, 2, 0, 0, 0, 0, 0, 4, 0x7f, 0xff, 0xff, 0xff]);
        Widen(Window - DefaultWindow);
        for (var i = 0; callsASecond == 0 && i < inProgress; i++)
        {
            Start();
        }
        var began = Stopwatch.GetTimestamp();
        var filled = 0;
        Task<int>? receiving = null;
        while (true)
        {
            StartDue(began, inProgress);
            if (_calls.Count == 0 && (_isDone || callsASecond == 0))
            {
                break;
            }
            await socket.SendAsync(_toSend.AsMemory(0, _sending), cancellationToken);
            _sending = 0;
            receiving ??= socket.ReceiveAsync(_received.AsMemory(filled), cancellationToken).AsTask();
            if (callsASecond > 0 && !_isDone && await Task.WhenAny(receiving, Task.Delay(Tick, cancellationToken)) != receiving)
            {
                continue;
            }
            var read = await receiving;
            receiving = null;
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }
            filled += read;
            var used = Read(_received.AsSpan(0, filled));
            _received.AsSpan(used, filled - used).CopyTo(_received);
            filled -= used;
        }
    }

    /// <summary>Begins the calls whose time has come. Those that would be too many at once are left out.</summary>
    private void StartDue(long began, int inProgress)
    {
        var due = (long)(Stopwatch.GetElapsedTime(began).TotalSeconds * callsASecond);
        for (; !_isDone && _due < due; _due++)
        {
            if (_calls.Count < inProgress)
            {
                Start();
            }
        }
    }

    /// <summary>Handles all whole frames; returns how many bytes they were.</summary>
    private int Read(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes.Length - at >= FrameHeader)
        {
            var frame = bytes[at..];
            var length = (frame[0] << 16) | (frame[1] << 8) | frame[2];
            if (frame.Length < FrameHeader + length)
            {
                break;
            }
            Handle(
                (FrameType)frame[3],
                frame[4],
                BinaryPrimitives.ReadInt32BigEndian(frame[5..]) & int.MaxValue,
                frame.Slice(FrameHeader, length)
            );
            at += FrameHeader + length;
        }

        return at;
    }

    private void Handle(FrameType type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        switch (type)
        {
            case FrameType.Data:
                // An error of gRPC comes without a message: what has one was answered.
                if (payload.Length > 0)
                {
                    _calls[stream] = _calls[stream] with { Answered = true };
                }
                _unacknowledged += payload.Length;
                if (_unacknowledged > Window / 2)
                {
                    Widen((int)_unacknowledged);
                }
                break;
            case FrameType.Settings when (flags & Ack) == 0:
                Frame(FrameType.Settings, Ack, 0, []);
                break;
            case FrameType.Ping when (flags & Ack) == 0:
                Frame(FrameType.Ping, Ack, 0, payload);
                break;
            case FrameType.GoAway:
                throw new IOException("The server asked to go away.");
            case FrameType.ResetStream:
                End(stream);
                return;
            default:
                break;
        }

        if (type is FrameType.Data or FrameType.Headers && (flags & EndStream) != 0)
        {
            End(stream);
        }
    }

    private void End(int stream)
    {
        if (!_calls.Remove(stream, out var call))
        {
            return;
        }
        if (call.Answered)
        {
            latencies.Add(Stopwatch.GetElapsedTime(call.Began).TotalMilliseconds);
        }
        else
        {
            Failures++;
        }
        if (callsASecond == 0)
        {
            Start();
        }
    }

    private void Start()
    {
        if (nextBody() is not { } body)
        {
            _isDone = true;
            return;
        }
        Frame(
            FrameType.Headers,
            EndHeaders,
            _nextStream,
            _nextStream == 1 ? Hpack.First($"127.0.0.1:{target.Port}", target.Path, target.Tenant) : Hpack.Next(target.Tenant)
        );
        FrameHead(FrameType.Data, EndStream, _nextStream, GrpcPrefix + body.Length);
        var message = Reserve(GrpcPrefix + body.Length);
        message[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(message[1..], body.Length);
        body.Span.CopyTo(message[GrpcPrefix..]);
        _calls.Add(_nextStream, new Call(Stopwatch.GetTimestamp(), Answered: false));
        _nextStream += 2;
    }

    private void Widen(int by)
    {
        Span<byte> increment = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(increment, by);
        Frame(FrameType.WindowUpdate, 0, 0, increment);
        _unacknowledged = 0;
    }

    private void Frame(FrameType type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        FrameHead(type, flags, stream, payload.Length);
        payload.CopyTo(Reserve(payload.Length));
    }

    private void FrameHead(FrameType type, byte flags, int stream, int length)
    {
        var head = Reserve(FrameHeader);
        BinaryPrimitives.WriteInt32BigEndian(head, (length << 8) | (byte)type);
        head[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(head[5..], stream);
    }

    private Span<byte> Reserve(int length)
    {
        if (_sending + length > _toSend.Length)
        {
            Array.Resize(ref _toSend, Math.Max(_toSend.Length * 2, _sending + length));
        }
        _sending += length;
        return _toSend.AsSpan(_sending - length, length);
    }

    private readonly record struct Call(long Began, bool Answered);

    private enum FrameType : byte
    {
        Data = 0,
        Headers = 1,
        ResetStream = 3,
        Settings = 4,
        Ping = 6,
        GoAway = 7,
        WindowUpdate = 8,
    }
}

/// <summary>A method of a server on loopback, called as a tenant; an empty one is not sent.</summary>
internal sealed record Target(int Port, string Path, string Tenant = "");
