using System.Xml.Linq;
using ModelOps.Surfaces.MSBuild;

namespace ModelOps.Surfaces.Tests.Fronts;

/// <summary>Every target with a task of ours asks first whether MSBuild can run it.</summary>
public class TargetNeedsTests
{
    private static readonly XElement Targets = XDocument.Parse(TargetsEmitter.Emit()[TargetsEmitter.Path]).Root!;

    private static readonly string[] Tasks = [.. Targets.Elements("UsingTask").Select(task => task.Attribute("TaskName")!.Value.Split('.')[^1])];

    [Fact]
    public void It_is_asked_before_every_target_that_has_a_task_of_ours_and_before_no_other()
    {
        var asked = Targets.Elements("Target").Single(target => target.Attribute("Name")!.Value == "_CheckModelOpsNeeds").Attribute("BeforeTargets")!.Value.Split(';');
        var own = Targets.Elements("Target").Where(target => target.Elements().Any(element => Tasks.Contains(element.Name.LocalName))).Select(target => target.Attribute("Name")!.Value);
        Assert.Equal(own.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_task_says_that_it_runs_on_NET_for_any_processor() => Assert.All(Targets.Elements("UsingTask"), task =>
        Assert.Equal(("NET", "*"), (task.Attribute("Runtime")!.Value, task.Attribute("Architecture")!.Value)));
}
