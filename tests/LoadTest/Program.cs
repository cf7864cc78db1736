using System.CommandLine;
using CareerRecs.Benchmarks;
using CareerRecs.LoadTest;
using CareerRecs.LoadTest.Echo;
using CareerRecs.LoadTest.Http2;
using CareerRecs.LoadTest.Overload;
using CareerRecs.LoadTest.Servers;

var rounds = new Option<int>("--rounds") { Description = "Rounds of each kind of call.", DefaultValueFactory = _ => 3 };
var calls = new Option<int>("--calls")
{
    Description = "Calls a round, each about another person.",
    DefaultValueFactory = _ => 10_000,
};
var connections = new Option<int>("--connections") { Description = "Connections.", DefaultValueFactory = _ => 2 };
var inProgress = new Option<int>("--in-progress")
{
    Description = "Calls in progress over all connections.",
    DefaultValueFactory = _ => 32,
};
var output = new Option<FileInfo?>("--out") { Description = "File for the figures as JSON." };
var root = new RootCommand("Measures throughput, latency and CPU of recommendations against an echo.")
{
    rounds,
    calls,
    connections,
    inProgress,
    output,
};
root.SetAction(
    async (arguments, cancellationToken) =>
    {
        var plan = new Plan(
            arguments.GetValue(rounds),
            arguments.GetValue(calls),
            arguments.GetValue(connections),
            arguments.GetValue(inProgress)
        );
        var engine = Engine.BuiltIn();
        await using var cluster = await Cluster.StartAsync(
            Questions.Make(engine.Catalog.Snapshot, -1, 1).Requests[0],
            cancellationToken
        );
        var run = new Rounds(cluster, engine, plan, cancellationToken);
        await run.RunAsync();
        var byH2Load = H2Load.IsInstalled ? await run.ByH2LoadAsync() : [];
        var report = new Report(
            [.. run.Result, .. byH2Load],
            cluster.AnswerBytes,
            run.EngineMicroseconds,
            run.CachedOver(Rounds.Echo),
            run.CachedOver(Rounds.EchoBytes),
            plan
        );
        report.Print(Console.Out);
        if (byH2Load.Count == 0)
        {
            Console.WriteLine(H2Load.HowToInstall);
        }
        if (arguments.GetValue(output) is { } file)
        {
            await report.WriteAsync(file, cancellationToken);
        }
        return 0;
    }
);

// The echo is this program too, as a process of its own.
var answer = new Argument<FileInfo>("answer");
var echo = new Command("echo", "Serves the echo.") { answer };
echo.Hidden = true;
echo.SetAction((arguments, cancellationToken) => EchoHost.RunAsync(arguments.GetValue(answer)!, cancellationToken));
root.Subcommands.Add(echo);
root.Subcommands.Add(OverloadCommand.Create());
return await root.Parse(args).InvokeAsync();
