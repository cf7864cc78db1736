using System.CommandLine;
using System.Globalization;
using CareerRecs.Cli.Rendering;
using CareerRecs.Cli.Shell;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`keys`: keeps the file of API keys that the hosts check (Auth:KeysFile).</summary>
internal static class KeysCommand
{
    private const double MostDays = 3650;
    private const double DefaultDays = 365;

    public static Command Create(CommandContext context) =>
        new("keys", "Keeps the file of API keys that the hosts check (Auth:KeysFile).")
        {
            CreateKey(context),
            ListKeys(context),
            RevokeKey(context),
        };

    private static Command CreateKey(CommandContext context)
    {
        var file = FileOption();
        var tenant = new Option<string>("--tenant")
        {
            Description = "Tenant whose data the bearer sees.",
            Required = true,
            HelpName = "NAME",
        };
        tenant.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is "" or Owners.Shared or CallerContext.NoTenant)
            {
                result.AddError("--tenant: any name but \"shared\" and \"-\"");
            }
        });
        var scope = ScopeOption.Create("key");
        var days = new Option<double>("--days")
        {
            Description = $"Days until it expires, at most {MostDays}.",
            DefaultValueFactory = _ => DefaultDays,
            HelpName = "N",
        };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= MostDays))
            {
                result.AddError($"--days: use more than 0, at most {MostDays}");
            }
        });
        var command = new Command("create", "Makes a key and prints it, once: the file keeps its hash alone.")
        {
            file,
            tenant,
            scope,
            days,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var keys = File.Exists(path) ? Read(path).Keys : [];
            var made = PresentedKey.Create();
            var key = new ApiKey
            {
                Prefix = made.Prefix,
                Sha256 = Convert.ToHexStringLower(made.Hash()),
                Tenant = parsed.GetRequiredValue(tenant),
                Scopes = [.. ScopeOption.Split(parsed.GetValue(scope))],
                Expires = context.Terminal.Time.GetUtcNow().AddDays(parsed.GetValue(days)),
            };
            new ApiKeyFile { Keys = [.. keys, key] }.Write(path);
            context.Terminal.Note(
                $"this is shown once; hosts with Auth__KeysFile={Path.GetFullPath(path)} accept it within a second"
            );
            context.Terminal.Out.WriteLine(made.ToString());
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command ListKeys(CommandContext context)
    {
        var file = FileOption();
        var command = new Command("list", "Lists the keys by their prefixes, without secrets.") { file };
        command.SetAction(parsed =>
        {
            var now = context.Terminal.Time.GetUtcNow();
            var rows = Read(parsed.GetRequiredValue(file))
                .Keys.Select(key =>
                    new[]
                    {
                        key.Prefix,
                        key.Tenant,
                        Expiry(key, now),
                        key.Scopes.Count > 0 ? string.Join(' ', key.Scopes) : "none",
                    }
                );
            context.Terminal.Out.Write(
                new Page(context.Terminal.Width).Table(rows.Prepend(["KEY", "TENANT", "EXPIRES", "SCOPES"])).ToString()
            );
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command RevokeKey(CommandContext context)
    {
        var file = FileOption();
        var prefix = new Argument<string>("KEY") { Description = "Prefix of the key, as `keys list` shows it." };
        var command = new Command("revoke", "Takes a key out of the file; hosts refuse it within a second.") { prefix, file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var keys = Read(path).Keys;
            var kept = keys.Where(key => key.Prefix != parsed.GetRequiredValue(prefix)).ToList();
            if (kept.Count == keys.Count)
            {
                throw new CommandException(
                    $"{path} has no key {parsed.GetRequiredValue(prefix)}; `careerrecs keys list --file {path}` shows them"
                );
            }
            new ApiKeyFile { Keys = kept }.Write(path);
            context.Terminal.Note($"revoked {parsed.GetRequiredValue(prefix)}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Option<string> FileOption() =>
        new("--file")
        {
            Description = "File of the keys; as Auth:KeysFile of the hosts.",
            Required = true,
            HelpName = "FILE",
        };

    private static ApiKeyFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"there is no {path}; `careerrecs keys create --file {path}` makes it");
        }
        try
        {
            return ApiKeyFile.Parse(File.ReadAllText(path));
        }
        catch (FormatException e)
        {
            throw new CommandException($"{path} is no file of API keys: {e.Message}");
        }
    }

    private static string Expiry(ApiKey key, DateTimeOffset now)
    {
        var day = key.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return key.Expires > now ? day : $"{day} (expired)";
    }
}
