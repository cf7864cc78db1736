using System.CommandLine;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tokens;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`token`: signs a token with a local key, for installations without an identity provider.</summary>
internal static class TokenCommand
{
    private const int MostDays = 90;
    private const int MostDaysLongLived = 3650;

    public static Command Create(CommandContext context)
    {
        var tenant = new Option<string>("--tenant")
        {
            Description = "Tenant whose data the bearer sees.",
            Required = true,
            HelpName = "NAME",
        };
        var scope = ScopeOption.Create("token");
        var days = new Option<double>("--days")
        {
            Description = $"Days until it expires, at most {MostDays}; with --long-lived at most {MostDaysLongLived}.",
            DefaultValueFactory = _ => 30,
            HelpName = "N",
        };
        var longLived = new Option<bool>("--long-lived") { Description = $"Allow more than {MostDays} days, for services." };
        var subject = new Option<string>("--subject")
        {
            Description = "Who bears it, for the audit.",
            DefaultValueFactory = _ => Environment.UserName,
            HelpName = "NAME",
        };
        var folder = new Option<string?>("--out")
        {
            Description = "Folder of the key and of jwks.json. Default: keys in the data folder.",
            HelpName = "DIR",
        };
        var rsa = new Option<bool>("--rsa") { Description = "On first use make an RSA key instead of an elliptic one." };
        var issuer = new Option<string>("--issuer")
        {
            Description = "Issuer; as Auth:Issuer of the hosts.",
            DefaultValueFactory = _ => "careerrecs",
            HelpName = "NAME",
        };
        var audience = new Option<string>("--audience")
        {
            Description = "Audience; as Auth:Audience of the hosts.",
            DefaultValueFactory = _ => "careerrecs",
            HelpName = "NAME",
        };
        var claim = new Option<string>("--tenant-claim")
        {
            Description = "Claim of the tenant; as Auth:TenantClaim of the hosts.",
            DefaultValueFactory = _ => "tenant",
            HelpName = "NAME",
        };
        days.Validators.Add(result =>
        {
            var most = result.GetValue(longLived) ? MostDaysLongLived : MostDays;
            var chosen = result.GetValueOrDefault<double>();
            if (!(chosen > 0 && chosen <= most))
            {
                result.AddError(
                    chosen > MostDays && chosen <= MostDaysLongLived
                        ? $"--days: at most {MostDays}, or --long-lived if this one needs more"
                        : $"--days: use more than 0, at most {most}"
                );
            }
        });
        var command = new Command("token", "Signs a token for the services; makes the key and its JWKS file on first use.")
        {
            tenant,
            scope,
            days,
            longLived,
            subject,
            folder,
            rsa,
            issuer,
            audience,
            claim,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(tenant) is "" or "shared")
            {
                throw CommandException.Usage("--tenant: any name but \"shared\"");
            }

            var keys = Path.GetFullPath(parsed.GetValue(folder) ?? context.DataDirectory(parsed).Create().Keys);
            using var key = SigningKey.ReadOrCreate(keys, parsed.GetValue(rsa), out var created);
            if (created)
            {
                context.Terminal.Note(
                    $"made a key; give the hosts Auth__JwksFile={Path.Combine(keys, SigningKey.JwksFile)} "
                        + $"and keep the other file to yourself"
                );
            }

            context.Terminal.Out.WriteLine(
                JwtWriter.Write(
                    key,
                    new TokenClaims(
                        parsed.GetRequiredValue(tenant),
                        parsed.GetRequiredValue(subject),
                        [.. ScopeOption.Split(parsed.GetValue(scope))],
                        parsed.GetRequiredValue(issuer),
                        parsed.GetRequiredValue(audience),
                        parsed.GetRequiredValue(claim),
                        context.Terminal.Time.GetUtcNow(),
                        TimeSpan.FromDays(parsed.GetValue(days))
                    )
                )
            );
            return ExitCodes.Ok;
        });
        return command;
    }
}
