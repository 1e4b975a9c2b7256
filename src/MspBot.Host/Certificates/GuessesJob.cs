using MspBot.Data.Certificates;
using MspBot.Host.Conversations.Jobs;
using Quartz;

namespace MspBot.Host.Certificates;

/// <summary>Each minute: forgets wrong codes of an hour ago. Safe to run twice.</summary>
[DisallowConcurrentExecution]
internal sealed class GuessesJob(CertificateGuesses guesses, JobItems items, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await items.Once("wrong codes", () => guesses.Forget(time.GetUtcNow()));
}
