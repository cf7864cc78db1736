namespace CareerRecs.Contract.Tests.Kubernetes;

public sealed class ComposeTests
{
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["CAREERRECS_SECRETS"] = "/run/secrets",
        ["POSTGRES_PASSWORD"] = "a",
        ["RABBITMQ_PASSWORD"] = "b",
        ["CACHE_KEY_SECRET"] = "c",
    };

    [Fact]
    public async Task The_compose_file_is_valid()
    {
        Assert.SkipUnless(
            Tool.IsInstalled("docker-compose"),
            "docker-compose is not installed (Debian: apt-get install docker-compose)"
        );

        var services = await Tool.RunAsync("docker-compose", Secrets, "config", "--services");

        Assert.Equal(
            ["catalog", "gateway", "matching", "migrate", "postgres", "rabbitmq", "redis", "salary"],
            services.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Compose_has_no_default_password() =>
        Assert.DoesNotMatch(
            "(?i)(password|secret)[^\\n]*:-",
            File.ReadAllText(Path.Combine(Manifests.Root, "docker-compose.yml"))
        );

    [Fact]
    public void Compose_and_the_cluster_make_the_same_databases()
    {
        var deploy = Path.Combine(Manifests.Root, "deploy");

        Assert.Equal(
            File.ReadAllText(Path.Combine(deploy, "compose", "databases.sql")),
            File.ReadAllText(Path.Combine(deploy, "kubernetes", "components", "dependencies", "databases.sql"))
        );
    }
}
