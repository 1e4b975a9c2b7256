using MspBot.Sandbox.Demo;
using Xunit;

namespace MspBot.Browser.Tests;

/// <summary>The plan of the demo's year, by hand: a head looks what became of it, a methodologist agrees an item.</summary>
[Collection("one browser at a time")]
public sealed class PlanStories : IAsyncLifetime
{
    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task A_head_looks_at_plan_and_fact_and_a_methodologist_agrees_an_item()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.Head},{Townspeople.Methodologist}");
        var (head, methodologist) = (tab.Pane(Townspeople.Head), tab.Pane(Townspeople.Methodologist));

        await Tab.Type(head, "/plan");
        await Tab.Sees(head, "План на 2026/27");
        await Tab.Tap(head, "План и факт");
        await Tab.Sees(head, "Просрочены: 1");
        await Tab.TapAnywhere(head, "2 · Объединение");
        await Tab.Sees(head, "Объединение учителей математики: разбор ВПР");
        await Tab.Sees(head, "росрочен");

        await Tab.Type(methodologist, "/plan");
        await Tab.Tap(methodologist, "Рассмотреть план");
        await Tab.Sees(methodologist, "Сопровождение учителей школ с низкими результатами");
        await Tab.Tap(methodologist, "Согласовать");
        await Tab.Sees(methodologist, "Как готовить слабый класс к ОГЭ");
        tab.IsQuiet();
    }
}
