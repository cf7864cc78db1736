using System.Security.Cryptography;
using CareerRecs.Catalog.V1;
using CareerRecs.LongRunning;
using CareerRecs.Salary.Storage;
using CareerRecs.Salary.V1;
using CareerRecs.ServiceDefaults;
using Google.Protobuf;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.Salary.Tests;

/// <summary>The service in process, on a SQLite database of its own, with a catalog that the test plays.</summary>
internal sealed class SalaryTestHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly LoggedErrors _errors = new();
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private SalaryTestHost(PlayedCatalog catalog, Dictionary<string, string?> settings, SalaryTestHost? other)
    {
        _ownsFolder = other is null;
        _folder = other?._folder ?? Directory.CreateTempSubdirectory("careerrecs-salary-").FullName;
        Catalog = catalog;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(_errors);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["Database:Directory"] = _folder;
        builder.Configuration["Database:MigrateOnStart"] = "true";
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddServiceDefaults();
        builder.AddSalary();
        builder.Services.AddSingleton<CatalogService.CatalogServiceClient>(catalog);
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapSalary();
        _channel = GrpcChannel.ForAddress(
            "http://localhost",
            new GrpcChannelOptions { HttpHandler = new LazyHandler(() => _app.GetTestServer().CreateHandler()) }
        );
        Client = new SalaryService.SalaryServiceClient(_channel);
        Questions = new PayQuestionService.PayQuestionServiceClient(_channel);
        Trainings = new SalaryTrainingService.SalaryTrainingServiceClient(_channel);
        Operations = new Operations.OperationsClient(_channel);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public PlayedCatalog Catalog { get; }

    public SalaryService.SalaryServiceClient Client { get; }

    public PayQuestionService.PayQuestionServiceClient Questions { get; }

    public SalaryTrainingService.SalaryTrainingServiceClient Trainings { get; }

    public Operations.OperationsClient Operations { get; }

    /// <summary>Starts a host; <paramref name="replicaOf"/> shares its database with another.</summary>
    public static async Task<SalaryTestHost> StartAsync(
        Dictionary<string, string?>? settings = null,
        SalaryTestHost? replicaOf = null
    )
    {
        var host = new SalaryTestHost(new PlayedCatalog(), settings ?? [], replicaOf);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Imports a table as a client sends it.</summary>
    public async Task<ImportWageTableResponse> ImportAsync(
        WageTableFormat format,
        string fileName,
        byte[] file,
        string baseModel = "",
        bool asOperation = false
    )
    {
        var cancel = TestContext.Current.CancellationToken;
        using var call = Client.ImportWageTable(cancellationToken: cancel);
        await call.RequestStream.WriteAsync(
            new ImportWageTableRequest
            {
                Header = new WageTableHeader
                {
                    Format = format,
                    FileName = fileName,
                    SizeBytes = file.Length,
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
                    BaseModel = baseModel,
                    AsOperation = asOperation,
                },
            },
            cancel
        );
        foreach (var chunk in file.Chunk(60_000))
        {
            await call.RequestStream.WriteAsync(new ImportWageTableRequest { Chunk = ByteString.CopyFrom(chunk) }, cancel);
        }
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public SalaryDb OpenDb() => _app.Services.GetRequiredService<IDbContextFactory<SalaryDb>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
        Assert.Empty(_errors.All);
    }

    private sealed class LazyHandler(Func<HttpMessageHandler> make) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            InnerHandler ??= make();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
