using System.Security.Cryptography;
using System.Text;
using CareerRecs.Salary.V1;
using Google.Protobuf;

namespace CareerRecs.Salary.Tests;

internal static class WageTableUpload
{
    /// <summary>Uploads a table of national wages; <paramref name="missing"/> bytes at its end are not sent.</summary>
    public static async Task<ImportWageTableResponse> ImportAsync(
        this SalaryTestHost host,
        string csv,
        int missing = 0,
        string digest = ""
    )
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        using var call = host.Client.ImportWageTable(cancellationToken: TestContext.Current.CancellationToken);
        await call.RequestStream.WriteAsync(
            new ImportWageTableRequest
            {
                Header = new WageTableHeader
                {
                    Format = WageTableFormat.OewsNational,
                    FileName = "national_M2025.csv",
                    SizeBytes = bytes.Length,
                    Sha256 = digest.Length > 0 ? digest : Convert.ToHexStringLower(SHA256.HashData(bytes)),
                },
            },
            TestContext.Current.CancellationToken
        );
        foreach (var chunk in bytes[..^missing].Chunk(4096))
        {
            await call.RequestStream.WriteAsync(
                new ImportWageTableRequest { Chunk = ByteString.CopyFrom(chunk) },
                TestContext.Current.CancellationToken
            );
        }
        await call.RequestStream.CompleteAsync();
        return await call.ResponseAsync;
    }
}
