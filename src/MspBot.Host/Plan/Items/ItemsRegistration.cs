using MspBot.Data.Plan;
using MspBot.Host.Conversations;
using MspBot.Host.People;

namespace MspBot.Host.Plan.Items;

/// <summary>Heads write items, change and exclude them, and mark what is carried out.</summary>
internal static class ItemsRegistration
{
    internal static IServiceCollection AddPlanItems(this IServiceCollection services)
    {
        services.AddScoped<HeirStore>().AddScoped<OnPersonErased, ResponsibleOnPersonErased>();
        services.AddCard<EditCard>().AddCard<DeedsCard>().AddCard<RepeatCard>();
        services.AddFlow<AddItemFlow>().AddHandler<AddItem, AddItemHandler>();
        services.AddFlow<ChangeItemFlow>().AddHandler<ChangeItem, ChangeItemHandler>();
        services.AddFlow<ExcludeItemFlow>().AddHandler<ExcludeItem, ExcludeItemHandler>();
        services.AddFlow<MarkDoneFlow>().AddHandler<MarkDone, MarkDoneHandler>();
        services.AddFlow<FindItemFlow>().AddHandler<OpenItem, OpenItemHandler>();
        return services;
    }
}
