using System.Security.Cryptography;
using System.Text.Json;
using CareerRecs.Salary.Estimation;
using CareerRecs.Salary.Parameters;

namespace CareerRecs.Salary.Models;

/// <summary>The bytes of a model, their digest, and what they mean.</summary>
public static class ModelFile
{
    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public static string Digest(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>The parameters in the bytes.</summary>
    public static ModelParameters Read(ReadOnlySpan<byte> file) =>
        JsonSerializer.Deserialize(file, ModelJson.Default.ModelParameters)
        ?? throw new FormatException("The model file is empty.");

    /// <summary>The bytes of parameters; equal parameters give equal bytes.</summary>
    public static byte[] Write(ModelParameters parameters) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(parameters, ModelJson.Default.ModelParameters), (byte)'\n'];

    /// <summary>The compiled model in the bytes.</summary>
    public static SalaryModelData Compile(ReadOnlySpan<byte> file) => SalaryModelData.Compile(Read(file));
}
