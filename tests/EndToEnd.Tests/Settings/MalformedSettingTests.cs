using CareerRecs.Testing.Servers;

namespace CareerRecs.EndToEnd.Tests.Settings;

/// <summary>Settings that cannot work: the host says which in one line on standard error, and ends with 78.</summary>
public sealed class MalformedSettingTests : IDisposable
{
    private const string Catalog = "CareerRecs.Catalog.dll";

    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-settings-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Bus__Url", "http://rabbit:5672", "\"http://rabbit:5672\" is no amqp or amqps address.")]
    [InlineData("Bus__Url", "rabbit", "\"rabbit\" is no amqp or amqps address.")]
    [InlineData("Bus__Url", "http://me:s3cret@rabbit", "\"http://me:***@rabbit\" is no amqp or amqps address.")]
    [InlineData("Bus__PollInterval", "soon", "\"soon\" is no time like 00:00:30.")]
    [InlineData("Bus__BatchSize", "0", "\"0\" is not between 1 and 10000.")]
    [InlineData("Bus__Uri", "amqp://rabbit", "is no setting. The nearest are Bus__Url")]
    [InlineData("Bsu__Url", "amqp://rabbit", "is no setting. The nearest are Bus__Url")]
    [InlineData("Bus_Url", "amqp://rabbit", "is no setting. Write Bus__Url, with two underscores.")]
    [InlineData("Otlp__Endpoint", "collector:4317", "\"collector:4317\" is no http or https address.")]
    [InlineData("Endpoints__Grpc", "8080", "\"8080\" is no http or https address.")]
    [InlineData("Endpoints__Grpc", "http://example.com:8080", "names no address to listen on")]
    [InlineData("Endpoints__Grpc", "https://127.0.0.1:0", "needs a certificate: set Endpoints__CertificateFile")]
    [InlineData("Endpoints__Grpc", "http://0.0.0.0:0", "must be loopback addresses without authentication")]
    [InlineData("Services__Salary", "salary:8080", "\"salary:8080\" is no dns or http or https address.")]
    [InlineData("Services__TokenFile", "/nowhere/token", "\"/nowhere/token\" cannot be used: it is not there. Put a token")]
    [InlineData("ConnectionStrings__Redis", "redis:6379,nonsense=1", "is nothing like redis:6379")]
    [InlineData("Database__Provider", "MySql", "\"MySql\" is none of Sqlite, Postgres.")]
    [InlineData("Database__Provider", "Postgres", "is needed when Database__Provider is Postgres.", "ConnectionStrings__Catalog")]
    [InlineData("Auth__Authority", "login.example.com", "\"login.example.com\" is no https or http address.")]
    [InlineData("Auth__KeysFile", "/nowhere/keys.json", "cannot be used: it is not there. `careerrecs keys create")]
    [InlineData("Catalog__KeptVersions", "many", "\"many\" is no whole number.")]
    [InlineData("Telemetry__Prometheus", "yes", "\"yes\" is not true or false.")]
    public async Task A_setting_that_cannot_work_is_one_line_and_78(
        string key,
        string value,
        string problem,
        string? named = null
    )
    {
        var run = await RunAsync((key, value));

        AssertRefused(run, named ?? key);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_is_refused_without_its_password()
    {
        var run = await RunAsync(
            ("Database__Provider", "Postgres"),
            ("ConnectionStrings__Catalog", "Host=db;Pasword=s3cret;Username=me")
        );

        AssertRefused(run, "ConnectionStrings__Catalog");
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_key_as_key_set_is_refused_and_never_printed()
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        var pem = key.ExportPkcs8PrivateKeyPem();
        var file = Path.Combine(_folder, "key.pem");
        await File.WriteAllTextAsync(file, pem, Cancel);

        var run = await RunAsync(("Auth__JwksFile", file));

        AssertRefused(run, "Auth__JwksFile");
        Assert.Contains("private key", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(pem.Split('\n')[1], run.Error + run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"primary":"a","lookupKey":"s3cret","keys":[{"id":"a","key":"s3cret"}]}""", "key 'a' is not 32 bytes")]
    [InlineData("""{"primary":"b","lookupKey":"s3cret","keys":[{"id":"a","key":s3cret}]}""", "it is no JSON of a key file")]
    public async Task A_file_of_profile_keys_is_checked_and_never_printed(string text, string problem)
    {
        var file = Path.Combine(_folder, "profile-keys.json");
        await File.WriteAllTextAsync(file, text, Cancel);
        var settings = new Dictionary<string, string>
        {
            ["Database__Directory"] = _folder,
            ["Profiles__EncryptionKeysFile"] = file,
        };

        var run = await HostRun.StartAsync("CareerRecs.ProfileMatching.dll", settings, Cancel, "config", "check");

        AssertRefused(run, "Profiles__EncryptionKeysFile");
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_effective_settings_are_printed_with_secrets_masked_and_a_neighbour_that_is_away_is_69()
    {
        var settings = new Dictionary<string, string>
        {
            ["Bus__Url"] = $"amqp://me:s3cret@127.0.0.1:{ServerProcess.FreePort()}",
            ["Database__Directory"] = _folder,
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
        };

        var printed = await HostRun.StartAsync(Catalog, settings, Cancel, "config", "check");
        var tried = await HostRun.StartAsync(Catalog, settings, Cancel, "config", "check", "--connect");

        Assert.Equal((0, ""), (printed.ExitCode, printed.Error));
        Assert.Contains("Bus__Url=amqp://me:***@127.0.0.1", printed.Output, StringComparison.Ordinal);
        Assert.Contains($"Database__Directory={_folder}", printed.Output, StringComparison.Ordinal);
        Assert.Equal(69, tried.ExitCode);
        Assert.Contains("Bus__Url: does not answer", tried.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", printed.Output + tried.Output + tried.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_the_schema_of_the_build_stops_the_host()
    {
        await using var server = await PostgresServer.StartNewAsync(Cancel);

        var run = await RunAsync(
            ("Database__Provider", "Postgres"),
            ("ConnectionStrings__Catalog", server.ConnectionString("catalog"))
        );

        AssertRefused(run, "ConnectionStrings__Catalog");
        Assert.Contains("careerrecs migrate", run.Error, StringComparison.Ordinal);
    }

    private static void AssertRefused(HostRun run, string key)
    {
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"careerrecs: {key}: ", line, StringComparison.Ordinal);
        Assert.Equal(78, run.ExitCode);
    }

    private Task<HostRun> RunAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Database__Directory"] = _folder,
            ["Endpoints__Grpc"] = "http://127.0.0.1:0",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }
        return HostRun.StartAsync(Catalog, all, Cancel);
    }
}
