using CareerRecs.ServiceDefaults.Health;
using Yarp.ReverseProxy.Forwarder;
using static CareerRecs.Types.V1.GetStatusResponse.Types;

namespace CareerRecs.Gateway.Backends;

/// <summary>A backend in <c>GetStatus</c>: whether the last call to it got an answer.</summary>
internal sealed class BackendWatch(string backend) : IDependencyProbe
{
    private volatile object? _last;

    /// <summary>Name of the backend.</summary>
    public string Backend => backend;

    /// <summary>Notes how a call ended.</summary>
    public void Note(ForwarderError result) => _last = result;

    /// <inheritdoc />
    public Dependency Look() =>
        _last switch
        {
            null => new Dependency { Name = backend, Detail = "not called yet" },
            ForwarderError.None => new Dependency
            {
                Name = backend,
                State = Dependency.Types.State.Up,
                Detail = "last call: answered",
            },
            var failure => new Dependency
            {
                Name = backend,
                State = Dependency.Types.State.Down,
                Detail = $"last call: {failure}",
            },
        };
}
