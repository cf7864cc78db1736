namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>Tokens and key set, made by the command as an operator makes them.</summary>
public sealed class Tokens(Shell shell, string folder)
{
    private readonly string _keys = Path.Combine(folder, "keys");

    /// <summary>The key set, for the hosts.</summary>
    public string JwksFile => Path.Combine(_keys, "jwks.json");

    /// <summary>The services' own token.</summary>
    public string ServiceTokenFile => Path.Combine(folder, "service-token");

    /// <summary>Makes the key and the services' token.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken) =>
        await File.WriteAllTextAsync(ServiceTokenFile, await OfAsync("services", "internal.read"), cancellationToken);

    /// <summary>A token of a tenant.</summary>
    public async Task<string> OfAsync(string tenant, string scopes = "")
    {
        string[] command = ["token", "--tenant", tenant, "--subject", "tests", "--out", _keys];
        return (await shell.RunToSuccessAsync(scopes.Length > 0 ? [.. command, "--scope", scopes] : command)).Trim();
    }
}
