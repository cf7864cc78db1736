using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CareerRecs.LoadTest;

/// <summary>What came out, and how far it is from where it should be.</summary>
internal sealed record Report(
    IReadOnlyList<Measured> Rows,
    int AnswerBytes,
    double EngineMicroseconds,
    double CachedOverEcho,
    double CachedOverEchoBytes,
    Plan Plan
)
{
    private const double LeastCachedOverEcho = 0.5;
    private const int EchoesAllowed = 5;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    private Measured this[string name] => Rows.First(r => r.Name == name);

    /// <summary>What the servers may take for an uncached answer: the engines' own time and that of five echoes.</summary>
    public double UncachedAllowed => EngineMicroseconds + (EchoesAllowed * this[Rounds.Echo].ServerCpu);

    /// <summary>
    /// What the servers take over what they may. Pay comes from what was asked before: hardly any call reaches the salary
    /// service.
    /// </summary>
    public double UncachedOverAllowed => this[Rounds.Uncached].ServerCpu / UncachedAllowed;

    /// <summary>
    /// The same where every answer asks the salary service: the CPU of both services, and of the call between them.
    /// </summary>
    public double PayAskedOverAllowed => this[Rounds.PayAsked].ServerCpu / UncachedAllowed;

    /// <summary>The same, with echoes of bytes alone.</summary>
    public double UncachedOverBytesAllowed =>
        this[Rounds.Uncached].ServerCpu / (EngineMicroseconds + (EchoesAllowed * this[Rounds.EchoBytes].ServerCpu));

    public void Print(TextWriter to)
    {
        to.WriteLine("| call | n | failed | calls/s | p50 ms | p99 ms | server CPU us | of it | stolen |");
        to.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in Rows)
        {
            var hops = row.CpuMicroseconds.Select(hop => Text($"{hop.Key} {hop.Value / Math.Max(row.ServerCpu, 1e-9):P0}"));
            to.WriteLine(
                Text(
                    $"| {row.Name} | {row.Calls} | {row.Failures} | {row.PerSecond:0} "
                        + $"| {row.P50Ms:0.00} | {row.P99Ms:0.00} | {row.ServerCpu:0} | "
                ) + $"{string.Join(", ", hops)} | {Text($"{row.Stolen:P0}")} |"
            );
        }

        to.WriteLine();
        to.WriteLine(
            Text(
                $"Answers of {AnswerBytes / 1000.0:0.0} KB; {Plan.Connections} connections, {Plan.InProgress} "
                    + $"calls in progress; {Environment.ProcessorCount} cores, shared by servers and client."
            )
        );
        to.WriteLine(
            Text(
                $"Cached over echo, calls/s: {CachedOverEcho:0.00} (target: at least "
                    + $"{LeastCachedOverEcho}); over the echo of bytes alone: {CachedOverEchoBytes:0.00}"
            )
        );
        to.WriteLine(
            Text($"Engines alone: {EngineMicroseconds:0} us. Allowed with {EchoesAllowed} echoes: {UncachedAllowed:0} us.")
        );
        to.WriteLine(
            Text(
                $"Uncached takes {UncachedOverAllowed:0.00} of that (target: at most "
                    + $"1); with echoes of bytes alone: {UncachedOverBytesAllowed:0.00}"
            )
        );
        to.WriteLine(
            Text(
                $"Uncached with the salary service asked every time takes {PayAskedOverAllowed:0.00} of that (target: at most 1)"
            )
        );
    }

    public Task WriteAsync(FileInfo file, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(this, Json) + "\n", cancellationToken);

    private static string Text(ref DefaultInterpolatedStringHandler text) => text.ToStringAndClear();
}
