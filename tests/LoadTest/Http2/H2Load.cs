using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace CareerRecs.LoadTest.Http2;

/// <summary>h2load (Debian: nghttp2-client), which everybody knows, to hold our own client against.</summary>
internal static class H2Load
{
    public const string HowToInstall = "h2load is not here: apt-get install nghttp2-client. Its rows are left out.";

    public static bool IsInstalled
    {
        get
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("h2load", "--version") { RedirectStandardOutput = true });
                return process is not null;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }

    public static async Task<LoadResult> RunAsync(
        int port,
        string path,
        ReadOnlyMemory<byte> body,
        Plan plan,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("careerrecs-h2load-").FullName;
        try
        {
            var message = new byte[5 + body.Length];
            BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), body.Length);
            body.CopyTo(message.AsMemory(5));
            var (input, log) = (Path.Combine(folder, "body"), Path.Combine(folder, "log"));
            await File.WriteAllBytesAsync(input, message, cancellationToken);
            using var process = Process.Start(
                new ProcessStartInfo(
                    "h2load",
                    [
                        "-n",
                        Text(plan.Calls),
                        "-c",
                        Text(plan.Connections),
                        "-m",
                        Text(plan.InProgress / plan.Connections),
                        "-d",
                        input,
                        "--log-file",
                        log,
                        "-H",
                        "content-type: application/grpc",
                        "-H",
                        "te: trailers",
                        $"http://127.0.0.1:{Text(port)}{path}",
                    ]
                )
                {
                    RedirectStandardOutput = true,
                }
            )!;
            var start = Stopwatch.GetTimestamp();
            await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start);
            // A line a call: when it began, HTTP status, microseconds.
            var lines = (await File.ReadAllLinesAsync(log, cancellationToken)).Select(l => l.Split('\t')).ToList();
            var latencies = lines
                .Where(l => l[1] == "200")
                .Select(l => double.Parse(l[2], CultureInfo.InvariantCulture) / 1000)
                .Order()
                .ToList();
            return new LoadResult(latencies.Count, plan.Calls - latencies.Count, elapsed, latencies);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
