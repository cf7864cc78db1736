using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace CareerRecs.Gateway.Tests;

/// <summary>Each import by REST, in each form of its body, through the gateway to the service that answers it.</summary>
[Collection(nameof(GatewayCollection))]
public sealed class UploadTests(GatewayFixture gateway)
{
    private const string Lines = "application/x-ndjson";
    private const string Catalog = "/v1/catalogs/acme/versions:import";
    private const string Wages = "/v1/salaryModels:importWageTable";
    private const string Observations = "/v1/salary/observations:import";

    private const string Roles = """
        role,seniority,external_id,ladder,ladder_step,skill,category,necessity,importance,proficiency
        Barista,junior,HR-1,Bar,1,Espresso making,technical,essential,,4
        Barista,,,,,Cash handling,technical,optional,0.3,
        """;

    private const string Table = """
        country,soc_code,title,currency,period,p10,p25,p50,p75,p90,employment,year,source
        DE,29-1141,Pflegefachkraft,EUR,month,2600,3000,3500,4000,4600,120000,2024,Statistical office
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_catalog_is_imported_alike_in_each_form()
    {
        var raw = await SendAsync(Text(Roles, "text/csv"), Catalog + "?format=IMPORT_FORMAT_CSV&fileName=roles.csv");
        var form = await SendAsync(Form("""{"format": "IMPORT_FORMAT_CSV"}""", Roles), Catalog);
        var lines = await SendAsync(
            Text(AsLines("""{"format": "IMPORT_FORMAT_CSV", "fileName": "roles.csv"}""", Roles), Lines),
            Catalog
        );

        var digests = new[] { raw, form, lines }
            .Select(answer =>
            {
                Assert.True(answer.Code == HttpStatusCode.OK, answer.Text);
                var version = JsonDocument.Parse(answer.Text).RootElement.GetProperty("version");
                Assert.Equal(1, version.GetProperty("roleCount").GetInt32());
                return version.GetProperty("digest").GetString();
            })
            .Distinct();
        Assert.Single(digests);
    }

    [Fact]
    public async Task A_wage_table_is_imported_alike_in_each_form()
    {
        var raw = await SendAsync(Text(Table, "text/csv"), $"{Wages}?format=WAGE_TABLE_FORMAT_GENERIC&fileName=de.csv");
        var form = await SendAsync(Form("""{"format": "WAGE_TABLE_FORMAT_GENERIC"}""", Table), Wages);
        var lines = await SendAsync(
            Text(AsLines("""{"format": "WAGE_TABLE_FORMAT_GENERIC", "fileName": "de.csv"}""", Table), Lines),
            Wages
        );

        var models = new[] { raw, form, lines }
            .Select(answer =>
            {
                Assert.True(answer.Code == HttpStatusCode.OK, answer.Text);
                return JsonDocument.Parse(answer.Text).RootElement.GetProperty("model").GetProperty("name").GetString();
            })
            .Distinct();
        Assert.Single(models);
    }

    [Fact]
    public async Task Observations_are_imported_line_by_line_and_in_no_other_form()
    {
        var rows = string.Join(
            '\n',
            Enumerable.Range(0, 3).Select(i => $$"""{"source": "payroll", "observations": [{{Row(i)}}]}""")
        );

        var first = await SendAsync(Text(rows, Lines), Observations);
        var again = await SendAsync(Text(rows, Lines), Observations);
        var raw = await SendAsync(Text("id,title", "text/csv"), Observations);
        var form = await SendAsync(Form("{}", "id,title"), Observations);

        Assert.Contains("\"acceptedCount\": \"3\"", first.Text, StringComparison.Ordinal);
        Assert.Contains("\"duplicateCount\": \"3\"", again.Text, StringComparison.Ordinal);
        Assert.All(
            [raw, form],
            refused =>
            {
                Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.Code);
                Assert.Contains(
                    "ImportObservationsRequest a line as 'application/x-ndjson'",
                    refused.Text,
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Theory]
    [InlineData(Catalog + "?format=IMPORT_FORMAT_ONET&fileName=x.zip", "\"field\":\"chunk\"")]
    [InlineData(Catalog + "?format=IMPORT_FORMAT_CSV", "\"field\":\"header.file_name\"")]
    [InlineData(Wages + "?format=WAGE_TABLE_FORMAT_GENERIC&fileName=x.csv", "\"field\":\"chunk\"")]
    [InlineData(Wages + "?fileName=x.csv", "\"field\":\"header.format\"")]
    public async Task A_wrong_file_and_a_missing_field_are_refused(string path, string named)
    {
        var (code, text) = await SendAsync(Text("nonsense", "application/octet-stream"), path);

        Assert.Equal(HttpStatusCode.BadRequest, code);
        Assert.Contains(named, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_refused_by_its_length()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Wages}?format=WAGE_TABLE_FORMAT_GENERIC&fileName=x.csv");
        request.Content = new ByteArrayContent(new byte[65 << 20]);
        request.Content.Headers.ContentType = new("text/csv");
        request.Headers.ExpectContinue = true;

        using var response = await gateway.Http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("64 MiB", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_an_upload_leaves_nothing_behind()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(gateway.Http.BaseAddress!.Host, gateway.Http.BaseAddress.Port, Cancel);
        var head =
            $"POST /v1/catalogs/half/versions:import?format=IMPORT_FORMAT_CSV&fileName=x.csv HTTP/1.1\r\nHost: x\r\n"
            + $"Content-Type: text/csv\r\nContent-Length: {Roles.Length}\r\n\r\n{Roles[..(Roles.Length / 2)]}";
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head), Cancel);
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            await stream.CopyToAsync(Stream.Null, Cancel);
        }
        catch (IOException)
        {
            // The host ends the connection by a reset.
        }

        using var versions = await gateway.Http.GetAsync("/v1/catalogs/half/versions", Cancel);

        Assert.DoesNotContain("\"name\"", await versions.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static string Row(int id) =>
        $$$"""{"id": "{{{id}}}", "title": "Barista", "amount": {"currencyCode": "USD", "units": "{{{30_000 + id}}}"}}""";

    private static string AsLines(string header, string file)
    {
        var half = file.Length / 2;
        var chunks = new[] { file[..half], file[half..] }.Select(part => Convert.ToBase64String(Encoding.UTF8.GetBytes(part)));
        return string.Join('\n', [$$"""{"header": {{header}}}""", .. chunks.Select(part => $$"""{"chunk": "{{part}}"}""")]);
    }

    private static StringContent Text(string text, string type)
    {
        var content = new StringContent(text);
        content.Headers.ContentType = new(type);
        return content;
    }

    private static MultipartFormDataContent Form(string header, string file) =>
        new() { { new StringContent(header), "header" }, { new StringContent(file), "file", "roles.csv" } };

    private async Task<(HttpStatusCode Code, string Text)> SendAsync(HttpContent body, string path)
    {
        using var response = await gateway.Http.PostAsync(path, body, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }
}
