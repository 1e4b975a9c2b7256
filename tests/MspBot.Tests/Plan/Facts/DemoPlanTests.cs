using MspBot.Sandbox.Demo;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Facts;

/// <summary>The plan of the demo's year, as the browser's story presses it, without a browser.</summary>
public sealed class DemoPlanTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_head_looks_at_plan_and_fact_and_a_methodologist_agrees_an_item()
    {
        await using var database = await cluster.CreateEmptyAsync();
        var folder = await TestFolder.NewAsync("s");
        var time = new DemoClock(TimeProvider.System, Morning - TimeProvider.System.GetUtcNow());
        await using (var demo = await DemoRun.StartAsync(
            new() { Folder = folder, Database = database.ConnectionString, Port = 0, Time = time }))
        {
            var head = demo.Api.Visitors.Single(v => v.Id == Townspeople.Head);
            var methodologist = demo.Api.Visitors.Single(v => v.Id == Townspeople.Methodologist);
            await head.Types("/plan");
            await head.Sees("План на 2026/27");
            await head.Taps("План и факт");
            await head.Sees("Просрочены: 1");
            await head.Taps("2 · Объединение");
            await head.Sees("Объединение учителей математики: разбор ВПР");
            await head.Sees("росрочен");

            await methodologist.Types("/plan");
            await methodologist.Taps("Рассмотреть план");
            await methodologist.Sees("Сопровождение учителей школ с низкими результатами");
            await methodologist.Taps("Согласовать");
            await methodologist.Sees("Как готовить слабый класс к ОГЭ");
        }
        TestFolder.Remove(folder);
    }
}
