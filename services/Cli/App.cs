using System.CommandLine;
using CareerRecs.Cli.Commands;
using CareerRecs.Cli.Commands.Hosting;
using CareerRecs.Cli.Commands.Imports;
using CareerRecs.Cli.Commands.Paths;
using CareerRecs.Cli.Commands.Pay;
using CareerRecs.Cli.Commands.Profiles;
using CareerRecs.Cli.Commands.Recommendations;
using CareerRecs.Cli.Commands.Roles;
using CareerRecs.Cli.Commands.Versions;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Shell;
using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.ServiceDefaults.Hosting;
using Grpc.Core;

namespace CareerRecs.Cli;

/// <summary>
/// The whole command line: parses, runs one command, turns whatever happens into an exit code and at most one line.
/// </summary>
public static class App
{
    /// <summary>Runs one command line.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        var global = new GlobalOptions();
        var parsed = Root(global, terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync("error: " + error.Message);
            }

            var path = string.Join(' ', CommandPath(parsed.CommandResult));
            await terminal.Error.WriteLineAsync($"Try: {path} --help");
            return ExitCodes.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Ctrl-C cancels the command's token; in-flight work of `serve` gets this long to end.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (CommandException e)
        {
            await terminal.Error.WriteLineAsync("error: " + e.Message);
            return e.ExitCode;
        }
        catch (SettingException e)
        {
            await terminal.Error.WriteLineAsync("error: " + e.Message);
            return ServiceProgram.BadConfiguration;
        }
        catch (RpcException e) when (e.StatusCode != StatusCode.Cancelled)
        {
            await terminal.Error.WriteLineAsync("error: " + RpcErrorText.Render(e));
            return RpcErrorText.ExitCode(e.StatusCode);
        }
        catch (Exception e) when (e is OperationCanceledException or RpcException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync("error: " + e.Message);
            return ExitCodes.UserError;
        }
        finally
        {
            await terminal.Out.FlushAsync(CancellationToken.None);
        }
    }

    private static RootCommand Root(GlobalOptions global, Terminal terminal)
    {
        var root = new RootCommand("CareerRecs: which roles fit, why, what is missing, and what they pay.");
        global.AddTo(root);
        foreach (var command in Commands(new CommandContext(global, terminal)))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> Commands(CommandContext context) =>
        [
            RecommendCommand.Create(context),
            GapCommand.Create(context),
            NextSkillsCommand.Create(context),
            MovesCommand.Create(context),
            RouteCommand.Create(context),
            CompareCommand.Create(context),
            RoleCommand.Create(context),
            SearchCommand.Create(context),
            SimilarCommand.Create(context),
            SalaryCommand.Create(context),
            PayCompareCommand.Create(context),
            PayBandsCommand.Create(context),
            CoverageCommand.Create(context),
            SalaryModelsCommand.Create(context),
            ObservationsCommand.Create(context),
            ExtractCommand.Create(context),
            ProfilesCommand.Create(context),
            LearningCommand.Create(context),
            ImportCommand.Create(context),
            VersionsCommand.Create(context),
            CallCommand.Create(context),
            ServeCommand.Create(context),
            StatusCommand.Create(context),
            ConfigCommand.Create(context),
            OperationsCommand.Create(context),
            MigrateCommand.Create(context),
            TokenCommand.Create(context),
            KeysCommand.Create(context),
            ProfileKeysCommand.Create(context),
        ];

    private static IEnumerable<string> CommandPath(System.CommandLine.Parsing.CommandResult result) =>
        result.Parent is System.CommandLine.Parsing.CommandResult parent
            ? CommandPath(parent).Append(result.Command.Name)
            : ["careerrecs"];
}
