using CareerRecs.OpenApi;

// Writes the OpenAPI document of the contract: dotnet run --project tests/OpenApi -- protos/openapi.json
if (args is not [var file])
{
    Console.Error.WriteLine("usage: CareerRecs.OpenApi FILE");
    return 2;
}

await File.WriteAllTextAsync(file, await ContractDocument.WriteAsync(CancellationToken.None));
return 0;
