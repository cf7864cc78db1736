using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using CareerRecs.Cli.Embedded;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Shell;
using CareerRecs.ProfileMatching;
using CareerRecs.ProfileMatching.Profiles.Encryption;
using CareerRecs.ServiceDefaults.Hosting;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`profile-keys`: keeps the keys by which stored profiles are encrypted (Profiles:EncryptionKeysFile).</summary>
internal static class ProfileKeysCommand
{
    public static Command Create(CommandContext context) =>
        new("profile-keys", "Keeps the keys by which stored profiles are encrypted (Profiles:EncryptionKeysFile).")
        {
            CreateKey(context),
            ShowUse(context),
            Rewrap(context),
        };

    private static Command CreateKey(CommandContext context)
    {
        var file = FileOption();
        var id = new Option<string?>("--id") { Description = "Identifier of the key. Default: today's date.", HelpName = "ID" };
        var command = new Command("create", "Adds a new key to the file as its primary one; the former keys stay.") { file, id };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var today = context.Terminal.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var name = parsed.GetValue(id) ?? today;
            try
            {
                var made = File.Exists(path)
                    ? KeyRingFile.Parse(File.ReadAllText(path)).WithPrimary(name)
                    : KeyRingFile.Create(name);
                made.Write(path);
            }
            catch (FormatException e)
            {
                throw new CommandException($"{path} cannot be used: {e.Message}; see --id");
            }
            context.Terminal.Note($"{name} is the primary key; back the file up: without it no profile can be read");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command ShowUse(CommandContext context) =>
        OnDatabase(
            context,
            new Command("status", "Shows how many profiles are encrypted by which key."),
            async (services, token) => await services.CountProfileKeysAsync(token)
        );

    private static Command Rewrap(CommandContext context) =>
        OnDatabase(
            context,
            new Command(
                "rewrap",
                "Brings every stored profile to the primary key, as the hosts do by themselves within minutes; "
                    + "then shows what is left on others. They may serve meanwhile."
            ),
            async (services, token) =>
            {
                var report = await services.RotateProfileKeysAsync(token);
                context.Terminal.Note(
                    $"{report.Rewrapped} brought to the primary key, {report.Encrypted} encrypted, {report.Failed} do not open"
                );
                return report.Use;
            }
        );

    private static Command OnDatabase(
        CommandContext context,
        Command command,
        Func<IServiceProvider, CancellationToken, Task<KeyUse>> run
    )
    {
        var (file, database) = (FileOption(), new DatabaseChoice());
        command.Options.Add(file);
        command.Options.Add(database.Provider);
        command.Options.Add(database.Connection);
        command.SetAction(
            async (parsed, token) =>
            {
                var directory = context.DataDirectory(parsed);
                var settings = database.ReadSettings(parsed, context.Terminal);
                settings["Profiles:EncryptionKeysFile"] = parsed.GetRequiredValue(file);
                using var mine = database.Lock(parsed, directory);
                try
                {
                    var use = await EmbeddedHost.RunAsync(directory, settings, context.Terminal, s => run(s, token));
                    await context.Terminal.Out.WriteAsync(Render(use, context.Terminal.Width));
                    return use.Left == 0 ? ExitCodes.Ok : ExitCodes.UserError;
                }
                catch (DbException e)
                {
                    var reason = e.Message.ReplaceLineEndings("\n").Split('\n')[0];
                    throw new CommandException($"the database does not answer: {reason}", ServiceProgram.Unavailable);
                }
            }
        );
        return command;
    }

    private static string Render(KeyUse use, int width)
    {
        var keys = use.Profiles.Keys.Append(use.Primary!).Distinct().Order(StringComparer.Ordinal);
        var rows = keys.Select(key =>
            new[]
            {
                key == KeyUse.NotEncrypted ? "not encrypted" : key,
                use.Profiles.GetValueOrDefault(key).ToString(CultureInfo.InvariantCulture),
                key == use.Primary ? "primary" : "left to bring to the primary key",
            }
        );
        return new Page(width).Table(rows.Prepend(["KEY", "PROFILES", ""])).ToString();
    }

    private static Option<string> FileOption() =>
        new("--file")
        {
            Description = "File of the keys; as Profiles:EncryptionKeysFile of the hosts.",
            Required = true,
            HelpName = "FILE",
        };
}
