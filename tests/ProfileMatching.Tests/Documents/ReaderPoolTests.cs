using System.Diagnostics;
using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.Testing.Documents;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Documents;

public sealed class ReaderPoolTests
{
    private const string Resume = "Experience\nData Analyst, March 2019 to May 2021\nSkills\nPython, Docker";

    public static TheoryData<string> Bombs => [.. DocumentBombs.All.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_reads_what_the_host_would_read()
    {
        await using var pool = Readers.Pool(Readers.Patient);
        byte[][] documents =
        [
            PdfFile.Of(Resume),
            WordFile.Of(Resume, [1, 2, 3], "Java"),
            Encoding.UTF8.GetBytes("<!DOCTYPE html><p>Caf\u00e9 &ndash; \u4e2d\u6587 \ud83d\ude00</p><p>Python</p>"),
            Encoding.UTF8.GetBytes("""{"basics":{"label":"Analyst"},"skills":[{"name":"Python"}]}"""),
        ];

        foreach (var document in documents)
        {
            var read = await pool.ReadAsync(document, DocumentFormat.Unspecified, Token);

            Assert.Equal(DocumentContent.Read(document, DocumentFormat.Unspecified, Token).ToWire(), read.ToWire());
        }
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_refused_with_the_reason()
    {
        await using var pool = Readers.Pool(Readers.Patient);

        var refused = await Assert.ThrowsAsync<UnreadableDocumentException>(() =>
            pool.ReadAsync("%PDF-1.7 and nothing more"u8.ToArray(), DocumentFormat.Pdf, Token)
        );

        Assert.Contains("save it anew", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_bomb_is_read_or_refused_and_the_next_document_is_read(string bomb)
    {
        await using var pool = Readers.Pool(new DocumentOptions { StartTime = Readers.Patient.StartTime });

        await pool.ReadOrRefuseAsync(DocumentBombs.All[bomb]);

        Assert.Equal("Python", (await pool.ReadAsync("<html><p>Python"u8.ToArray(), DocumentFormat.Html, Token)).Text);
    }

    [Fact]
    public async Task What_takes_too_long_is_refused_with_the_bound()
    {
        await using var pool = Readers.Pool(Readers.PatientFor(TimeSpan.FromSeconds(0.5)));

        var refused = await pool.ReadOrRefuseAsync(DocumentBombs.All["pdf-heavy-pages"]);

        Assert.Contains("more than 0.5 seconds", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_much_memory_is_refused_with_the_bound()
    {
        await using var pool = Readers.Pool(Readers.PatientFor(TimeSpan.FromMinutes(1)));

        var refused = await pool.ReadOrRefuseAsync(DocumentBombs.All["pdf-heavy-page"]);

        Assert.Contains("more than 200 MB", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_uses_up_the_stack_is_refused_with_the_bound()
    {
        await using var pool = Readers.Pool(Readers.Patient);

        var refused = await pool.ReadOrRefuseAsync(DocumentBombs.All["pdf-deep-forms"]);

        Assert.Contains("nested deeper", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_nobody_waits_for_is_not_read_on()
    {
        await using var pool = Readers.Pool(Readers.PatientFor(TimeSpan.FromMinutes(10)));
        using var caller = new CancellationTokenSource();

        var reading = pool.ReadAsync(DocumentBombs.All["pdf-heavy-pages"], DocumentFormat.Pdf, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_process_that_does_not_start_in_time_is_an_error_for_the_operator()
    {
        await using var pool = Readers.Pool(new DocumentOptions { StartTime = TimeSpan.Zero });

        var failed = await Assert.ThrowsAsync<RpcException>(() => pool.ReadAsync(PdfFile.Of(Resume), DocumentFormat.Pdf, Token));

        Assert.Equal(StatusCode.Unavailable, failed.StatusCode);
        Assert.Contains("The operator", failed.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_ends_before_it_is_ready_says_why()
    {
        var command = ReaderCommand.Create(TimeSpan.FromSeconds(1));
        command.ArgumentList[1] = "/no/such/assembly.dll";
        await using var reader = ReaderClient.Start(command);

        var failed = await Assert.ThrowsAsync<ReaderStartException>(() =>
            reader.WaitUntilReadyAsync(Readers.Patient.StartTime, Token)
        );

        Assert.Contains("/no/such/assembly.dll", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_executable_that_is_not_there_is_a_failed_start() =>
        Assert.Throws<ReaderStartException>(() => ReaderClient.Start(new ProcessStartInfo("/no/such/executable")));

    [Fact]
    public void A_reader_gets_nothing_of_the_host_s_environment()
    {
        Environment.SetEnvironmentVariable("CAREERRECS_SECRET_OF_THE_HOST", "secret");

        var command = ReaderCommand.Create(TimeSpan.FromSeconds(1));

        Assert.All(command.Environment.Keys, name => Assert.StartsWith("DOTNET_", name, StringComparison.Ordinal));
    }
}
