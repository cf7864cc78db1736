using CareerRecs.Catalog.V1;
using CareerRecs.Client;
using CareerRecs.LongRunning;
using Google.Protobuf;

using var careerRecs = new CareerRecsClient(new Uri("http://127.0.0.1:5200"));
using var import = careerRecs.Versions.ImportVersion();
var header = new ImportHeader
{
    Catalog = "catalogs/ours",
    Format = ImportFormat.JsonLines,
    FileName = "roles.jsonl",
    AsOperation = true,
};
await import.RequestStream.WriteAsync(new ImportVersionRequest { Header = header });
var roles = ByteString.CopyFromUtf8("""{"role": {"name": "catalogs/ours/roles/analyst", "title": "Data Analyst"}}""");
await import.RequestStream.WriteAsync(new ImportVersionRequest { Chunk = roles });
await import.RequestStream.CompleteAsync();
var started = await import;

var progress = new Progress<Operation>(o => Console.Error.WriteLine(o.Metadata.Unpack<ImportVersionMetadata>().BytesRead));
var ended = await careerRecs.Operations.WaitForCompletionAsync<ImportVersionResponse>(started.Operation, progress);
Console.WriteLine($"{ended.Version.Name}: {ended.Version.RoleCount} role, Data Analyst");
