namespace CareerRecs.EndToEnd.Tests.Cluster;

/// <summary>Tokens and key set, made by the command as an operator makes them.</summary>
public sealed class Tokens(Shell shell, string folder)
{
    private readonly string _keys = Path.Combine(folder, "keys");

    /// <summary>The key set, for the hosts.</summary>
    public string JwksFile => Path.Combine(_keys, "jwks.json");

    /// <summary>The API keys, for the hosts.</summary>
    public string KeysFile => Path.Combine(_keys, "keys.json");

    /// <summary>The services' own token.</summary>
    public string ServiceTokenFile => Path.Combine(folder, "service-token");

    /// <summary>Makes the signing key, the services' token and a file of API keys.</summary>
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(ServiceTokenFile, await OfAsync("services", "internal.read"), cancellationToken);
        await KeyAsync("nobody");
    }

    /// <summary>An API key of a tenant, which a running host accepts within a second.</summary>
    public async Task<string> KeyAsync(string tenant, string scopes = "")
    {
        string[] command = ["keys", "create", "--tenant", tenant, "--file", KeysFile];
        return (await shell.RunToSuccessAsync(scopes.Length > 0 ? [.. command, "--scope", scopes] : command)).Trim();
    }

    /// <summary>Revokes an API key.</summary>
    public async Task RevokeAsync(string key) =>
        await shell.RunToSuccessAsync(["keys", "revoke", key.Split('_')[1], "--file", KeysFile]);

    /// <summary>A token of a tenant.</summary>
    public async Task<string> OfAsync(string tenant, string scopes = "")
    {
        string[] command = ["token", "--tenant", tenant, "--subject", "tests", "--out", _keys];
        return (await shell.RunToSuccessAsync(scopes.Length > 0 ? [.. command, "--scope", scopes] : command)).Trim();
    }
}
