using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Deploy;

public sealed class DockerfileTests
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"));

    [Fact]
    public void Its_build_stage_runs_the_script_that_the_check_runs()
    {
        Assert.Contains(Lines, line => line.StartsWith("RUN ", StringComparison.Ordinal)
            && line.EndsWith("scripts/publish.sh /app", StringComparison.Ordinal));
        Assert.Contains("scripts/publish.sh", File.ReadAllText(Path.Combine(Repository.Root, ".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_not_root_and_knows_its_health()
    {
        Assert.Contains("USER $APP_UID", Lines);
        Assert.Contains(Lines, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)
            && line.EndsWith("""CMD ["dotnet", "MspBot.Host.dll", "health"]""", StringComparison.Ordinal));
    }
}
