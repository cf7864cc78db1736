using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Hosting;

public sealed class SettingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Endpoints:MaxConcurrentCalls", "0")]
    [InlineData("Bus:BatchSize", "0")]
    [InlineData("Bus:PollInterval", "00:00:00")]
    [InlineData("Cache:MemoryBytes", "0")]
    [InlineData("Cache:FailuresToOpen", "-1")]
    [InlineData("Services:TokenFile", "/nowhere/token")]
    [InlineData("Auth:JwksFile", "/nowhere/jwks.json")]
    public async Task A_host_with_a_setting_that_cannot_be_used_does_not_start_and_says_which(string key, string value)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => StartAsync(key, value));
        Assert.StartsWith($"{SettingException.NameOf(key)}: ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{\"keys\":[]}")]
    [InlineData("{}")]
    public async Task A_key_file_without_keys_is_refused_with_what_to_do(string content)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, content, Cancel);
        var refused = await Assert.ThrowsAsync<SettingException>(() => StartAsync("Auth:JwksFile", file));
        Assert.StartsWith("Auth__JwksFile: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("careerrecs token", refused.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static async Task StartAsync(string key, string value)
    {
        var options = new ServiceHostOptions { Settings = new Dictionary<string, string?> { [key] = value } };
        await using var host = await ServiceHost.StartAsync(options, Cancel);
    }
}
