using CareerRecs.ServiceDefaults.Errors;
using Grpc.Core;

namespace CareerRecs.Salary.Models;

/// <summary>Resource names of models.</summary>
internal static class ModelNames
{
    private const string Prefix = "salaryModels/";

    public static string Of(string id) => Prefix + id;

    public static bool IsName(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length;

    /// <summary>The identifier in a name that the contract's pattern has let through.</summary>
    public static string IdOf(string name) => name[Prefix.Length..];

    public static RpcException Unknown(string name) => Errors.NotFound(name, "ListSalaryModels tells which there are.");

    public static RpcException NoLongerKept(string name) =>
        Errors.FailedPrecondition(
            "MODEL_NOT_KEPT",
            $"{name} is no longer kept. Ask without a model, or with one that ListSalaryModels shows."
        );
}
