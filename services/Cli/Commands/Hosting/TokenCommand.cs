using System.CommandLine;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tokens;

namespace CareerRecs.Cli.Commands.Hosting;

/// <summary>`token`: signs a token with a local key, for installations without an identity provider.</summary>
internal static class TokenCommand
{
    public static Command Create(CommandContext context)
    {
        var tenant = new Option<string>("--tenant")
        {
            Description = "Tenant whose data the bearer sees.",
            Required = true,
            HelpName = "NAME",
        };
        var scope = new Option<string[]>("--scope")
        {
            Description =
                "Scopes: operator, catalog.write, salary.write, learning.write, internal.read. "
                + "Default: none; any token reads, and keeps profiles of its tenant.",
            HelpName = "SCOPE",
            Arity = ArgumentArity.OneOrMore,
        };
        var days = new Option<double>("--days")
        {
            Description = "Days until it expires, at most 3650.",
            DefaultValueFactory = _ => 30,
            HelpName = "N",
        };
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
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 3650))
            {
                result.AddError("--days: use more than 0, at most 3650");
            }
        });
        var command = new Command("token", "Signs a token for the services; makes the key and its JWKS file on first use.")
        {
            tenant,
            scope,
            days,
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
                        [
                            .. (parsed.GetValue(scope) ?? [])
                                .SelectMany(s => s.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
                                .Distinct(),
                        ],
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
