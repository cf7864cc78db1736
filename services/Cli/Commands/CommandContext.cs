using System.CommandLine;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Sessions;
using CareerRecs.Cli.Shell;
using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.Cli.Commands;

/// <summary>What the commands share: the options that all take, the terminal, and the way to the servers.</summary>
public sealed class CommandContext(GlobalOptions global, Terminal terminal)
{
    /// <summary>Where to read and write.</summary>
    public Terminal Terminal => terminal;

    /// <summary>How to write: width and colours.</summary>
    public Page NewPage() => new(terminal.Width, terminal.Colours);

    /// <summary>The folder of the embedded services.</summary>
    public DataDirectory DataDirectory(ParseResult parsed) =>
        new(Embedded.DataDirectory.Resolve(parsed.GetValue(global.DataDirectory), terminal.Environment));

    /// <summary>Which servers to talk to.</summary>
    public ServerChoice Servers(ParseResult parsed) =>
        new(
            parsed.GetValue(global.CatalogServer) ?? parsed.GetValue(global.Server),
            parsed.GetValue(global.MatchingServer) ?? parsed.GetValue(global.Server),
            parsed.GetValue(global.SalaryServer) ?? parsed.GetValue(global.Server),
            parsed.GetValue(global.Token) ?? terminal.Environment("CAREERRECS_TOKEN")
        )
        {
            Purpose = parsed.GetValue(global.Purpose),
        };

    /// <summary>Whether the response message itself is asked for.</summary>
    public bool Json(ParseResult parsed) => parsed.GetValue(global.Output) == OutputFormat.Json;

    /// <summary>
    /// Runs a command's body against the servers; <paramref name="settings"/> are for services started inside this process.
    /// </summary>
    public Task<int> RunAsync(
        ParseResult parsed,
        Func<Session, Task> body,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? settings = null
    ) =>
        new SessionRunner(Servers(parsed), DataDirectory(parsed), terminal, settings).RunAsync(
            async session =>
            {
                await body(session);
                return ExitCodes.Ok;
            },
            cancellationToken
        );

    /// <summary>Prints an answer: the message itself, or its rendering.</summary>
    public void Print(ParseResult parsed, IMessage response, Action<Page> render)
    {
        if (Json(parsed))
        {
            terminal.Out.WriteLine(JsonText.Pretty(response));
            terminal.Out.Flush();
            return;
        }
        var page = NewPage();
        render(page);
        terminal.Out.Write(page.ToString());
        // Now, not when the embedded services have stopped.
        terminal.Out.Flush();
    }

    /// <summary>
    /// Prints an answer about a person; with JSON it also notes on standard error how the person was understood.
    /// </summary>
    public void Print(ParseResult parsed, IMessage response, Understanding? understanding, Action<Page> render)
    {
        Print(parsed, response, render);
        if (!Json(parsed))
        {
            return;
        }

        foreach (var note in UnderstandingText.Notes(understanding))
        {
            terminal.Note(note);
        }
    }
}
