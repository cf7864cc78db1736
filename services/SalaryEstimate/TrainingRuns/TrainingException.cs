using Grpc.Core;

namespace CareerRecs.Salary.TrainingRuns;

/// <summary>Why a training cannot make a model: the error that its operation shows.</summary>
public sealed class TrainingException(RpcException error) : Exception(error.Status.Detail)
{
    /// <summary>Error with code and reason.</summary>
    public RpcException Error => error;
}
